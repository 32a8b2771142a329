// What the theme's scripts share. One global, filled by each script of the bundle.

type QuestionKey =
  | { form: 'choice'; multiple: boolean; right: boolean[] }
  | { form: 'truth'; answer: boolean }
  | { form: 'texts'; texts: string[] }
  | { form: 'pattern'; pattern: string }
  | { form: 'number'; answer: number; tolerance: number }
  | { form: 'gaps'; gaps: { texts: string[]; chosen: boolean }[] }
  | { form: 'match'; targets: number[] }
  | { form: 'sort'; groups: number[] }
  | { form: 'order'; items: number }
  | { form: 'reflection' };

/** Options, places or an order by number (null: nothing chosen), the texts of gaps, what was said, or what was typed. */
type QuestionAnswer = (number | null)[] | string[] | boolean | string;

interface Score {
  earned: number;
  /** At least 1. */
  of: number;
}

/** The JSON that a question carries. */
interface QuestionData {
  id: string;
  kind: string;
  points: number;
  shuffle: boolean;
  confidence: boolean;
  key: QuestionKey;
  shown: number[];
}

/** The controls with which one question is answered. */
interface Fields {
  /** null: nothing was chosen or typed, or not everything. */
  read(): QuestionAnswer | null;
  /** A word of the form's data that says what is wrong with what was typed; null when nothing is. */
  fault(): string | null;
  /** The first control that lacks something. */
  first(): HTMLElement;
  /** Says what is right, and with `all` also what was not chosen. */
  mark(answer: QuestionAnswer, all: boolean): void;
  /** Takes back what `mark` did. */
  unmark(): void;
  clear(): void;
}

/** What the controls of a question are made with. */
interface FieldSetting {
  question: HTMLElement;
  form: HTMLFormElement;
  /** Where the controls go. */
  place: HTMLElement;
  data: QuestionData;
  seed: string;
}

/** What the controls of questions are made of. */
interface Parts {
  part(root: ParentNode, name: string): HTMLElement;
  copy(name: string): HTMLElement;
  make(tag: string, className?: string): HTMLElement;
  contents(source: Element): DocumentFragment;
  words(element: Element): string;
  note(control: HTMLElement, described: boolean): HTMLElement;
  mark(right: boolean, text: string): HTMLElement;
  task(setting: FieldSetting, selector: string): Element[];
}

/** What is wrong with an answer. */
interface Fault {
  /** Where the words go: a part of the form. */
  place: string;
  control: HTMLElement;
  text: string;
}

/** One thing that is kept: plain data. */
interface StoreItem {
  [name: string]: unknown;
}

/** What is kept of one site. */
interface StoreRecord {
  format: string;
  version: number;
  site: string;
  sections: Record<string, Record<string, StoreItem>>;
}

/** What a learner did, in sections of items. Sections: pages, questions, quizzes, scripts, settings. */
interface Store {
  all(section: string): Record<string, StoreItem>;
  get(section: string, id: string): StoreItem | null;
  /** Keeps an item and sends `teachback:stored` to the document. */
  put(section: string, id: string, item: StoreItem | null): void;
  drop(section: string, id: string): void;
  /** Whether what is put stays after the page is left, and if not, why. */
  state(): 'kept' | 'missing' | 'full';
}

interface Teachback {
  /** On every page. */
  store: Store;

  /** Says faults beside their controls and in a summary that takes the focus; ids of the words start with `id`. */
  complain(form: HTMLFormElement, faults: Fault[], id: string): void;
  /** Takes back what `complain` did. */
  forgive(form: HTMLFormElement): void;

  ui: Parts;
  /** Makes the controls of a question, by the form of its key; null when the page does not hold what they need. */
  kinds: Record<string, (setting: FieldSetting) => Fields | null>;

  shuffle<T>(items: readonly T[], seed: string): T[];
  score(key: QuestionKey, answer: QuestionAnswer): Score | null;
  marks(key: QuestionKey, answer: QuestionAnswer): boolean[];
  points(score: Score, worth: number): number;
  number(typed: string): number | null;
  fold(text: string): string;
}

declare var teachback: Teachback;
