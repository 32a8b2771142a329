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
  /** When it was put (ISO 8601, UTC); the store sets it. */
  at?: string;
  /** Taken away. */
  gone?: boolean;
  [name: string]: unknown;
}

/** What is kept of one site. */
interface StoreRecord {
  format: string;
  version: number;
  site: string;
  /** When it was written last; empty: never. */
  saved: string;
  /** Items up to this time were erased; empty: none. */
  erased: string;
  /** Whether the browser keeps a record for each file. */
  apart: boolean;
  sections: Record<string, Record<string, StoreItem>>;
}

/** Why a text is no record: it cannot be read, a newer teachback wrote it, it belongs to another site. */
type RecordFault = 'damaged' | 'newer' | 'foreign';

interface Records {
  empty(site: string): StoreRecord;
  read(text: string, site: string): { record: StoreRecord } | { fault: RecordFault };
  merge(one: StoreRecord, other: StoreRecord): StoreRecord;
  each(record: StoreRecord, visit: (item: StoreItem, section: string, id: string) => void): void;
}

/**
 * Whether what is put stays after the page is left, and if not, why: there is no storage, it is full, what is kept was
 * written by a newer teachback and is left alone, or each file has its own (only for the visit then).
 */
type StoreState = 'kept' | 'missing' | 'full' | 'newer' | 'apart';

/** What a learner did, in sections of items. Sections: pages, questions, quizzes, scripts, notes, settings. */
interface Store {
  all(section: string): Record<string, StoreItem>;
  get(section: string, id: string): StoreItem | null;
  /** Keeps an item and sends `teachback:stored` to the document. */
  put(section: string, id: string, item: StoreItem | null): void;
  drop(section: string, id: string): void;
  state(): StoreState;
  /** Whether what was kept could not be read. It was put aside. */
  damaged(): boolean;
  exported(): string;
  imported(text: string): RecordFault | null;
  erase(): void;
}

/** What there is to do in a module, by the names under which it is kept. */
interface Course {
  module: string;
  lessons: string[];
  /** How many questions the lessons ask. */
  questions: number;
  quiz: string | null;
  /** Percent. */
  pass: number | null;
  certificate: boolean;
}

/** The best result of a quiz. */
interface QuizBest {
  percent: number;
  passed: boolean;
  /** When (ISO 8601). */
  at: string;
  earned?: number;
  of?: number;
}

/** Where a learner stands in a module. */
interface Standing {
  state: 'not-started' | 'in-progress' | 'passed' | 'not-passed';
  read: number;
  /** Questions of the lessons that were answered. */
  answered: number;
  questions: number;
  total: number;
  best: QuizBest | null;
  [name: string]: any;
}

interface Progress {
  course(json: string | undefined): Course | null;
  standing(course: Course): Standing;
  /** Shows where the learner stands; on pages that have the words for it. */
  fill?(place: Element, course: Course): void;
}

/** What stands on a certificate; null: the module does not say. */
interface CertificateFacts {
  name: string;
  module: string;
  site: string;
  version: string;
  /** YYYY-MM-DD. */
  date: string;
  /** Percent. */
  score: number | null;
  minutes: number | null;
}

interface Teachback {
  /** On every page. */
  records: Records;
  store: Store;
  progress: Progress;
  /** The place of another level or language of the page that fits the one being read; empty for its top. */
  matchPlace(here: string[], there: string[], at: number): string;

  /** On the page of a certificate. */
  sha256(text: string): Uint8Array;
  certificate(facts: CertificateFacts): string;

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
