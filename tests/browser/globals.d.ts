// What the theme's scripts share. One global, filled by each script of the bundle.

/** Concealed: hashes stand in place of right answers (see question/concealed.rs). */
interface Hidden {
  salt?: string;
  hashes?: string[];
}

type QuestionKey = Hidden & (
  | { form: 'choice'; multiple: boolean; right: boolean[] }
  | { form: 'truth'; answer: boolean }
  | { form: 'texts'; texts: string[] }
  | { form: 'pattern'; pattern: string }
  | { form: 'number'; answer: number; tolerance: number; unit?: string }
  | { form: 'gaps'; gaps: { texts: string[]; chosen: boolean; hashes?: string[] }[] }
  | { form: 'match'; targets: number[] }
  | { form: 'sort'; groups: number[] }
  | { form: 'order'; items: number }
  | { form: 'reflection' }
);

/** Options, places or an order by number (null: nothing chosen), the texts of gaps, what was said, or what was typed. */
type QuestionAnswer = (number | null)[] | string[] | boolean | string;

/** From and to in seconds, words with the marks of WebVTT, settings. */
type CaptionData = [number, number, string, string];

interface Score {
  earned: number;
  /** At least 1. */
  of: number;
}

/** The JSON that a question carries. */
interface QuestionData {
  id: string;
  kind: string;
  /** Changes with what is asked and what is right. */
  print: string;
  objective?: string;
  points: number;
  shuffle: boolean;
  confidence: boolean;
  key: QuestionKey;
  shown: number[];
  /** Of what is scrambled. */
  salt?: string;
}

/** The controls with which one question is answered. */
interface Fields {
  /** null: nothing was chosen or typed, or (unless `partly`) not everything. */
  read(partly?: boolean): QuestionAnswer | null;
  /** Fills in an answer; one that does not fit leaves nothing chosen or typed. */
  write(answer: QuestionAnswer): void;
  /** A word of the form's data that says what is wrong with what was typed; null when nothing is. */
  fault(): string | null;
  /** The first control that lacks something. */
  first(): HTMLElement;
  /** Says what is right, and with `all` also what was not chosen. */
  mark(answer: QuestionAnswer, all: boolean): void;
  /** Takes back what `mark` did. */
  unmark(): void;
  /** Nothing chosen or typed, and what can be chosen in the order of a seed. */
  clear(seed: string): void;
}

/** One question that is played. */
interface Game {
  question: HTMLElement;
  form: HTMLFormElement;
  data: QuestionData;
  fields: Fields;
  status: HTMLElement;
  /** The answer with its reasons. */
  answer: HTMLDetailsElement;
  /** Whether a result is shown. */
  checked: boolean;
  /** Number of the order in which things are shown, from 1: a new one for each attempt. */
  mix: number;
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
  line(text?: string): HTMLElement;
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

/** A word of a text. */
interface SearchWord {
  /** Folded. */
  text: string;
  /** Its number in the text. */
  at: number;
  /** Two neighbours (or one sign) of a script without spaces. */
  pair: boolean;
  /** The last sign of a run of several, alone. */
  last: boolean;
  from: number;
  to: number;
}

interface StemStep {
  keep: number;
  needs: string;
  rules: string[];
}

interface Stemmer {
  stop: string;
  steps: StemStep[];
  single: string;
}

/** For each section that has a stem, the numbers of its words there. */
type SearchPlaces = Map<number, number[]>;

/** What is known of the texts of one language before any is loaded. Sections and pages are told by their numbers. */
interface SearchCatalog {
  lang: string;
  folder: string;
  stemmer: Stemmer;
  stop: Set<string>;
  lengths: number[];
  mean: number;
  /** How many words of each section are its title or heading. */
  heads: number[];
  pageOf: number[];
  /** The first section of each page. */
  firsts: number[];
  kinds: number[];
  /** 0: none. */
  levels: number[];
  /** Bits; 0: for everybody. */
  roles: number[];
  groups: number[];
  parts: Record<'words' | 'terms' | 'texts', { first: string[]; marks: string[] }>;
}

interface SearchText {
  path: string;
  title: string;
  /** Anchor, heading, text. */
  sections: [string, string, string][];
}

interface SearchClause {
  words: SearchWord[];
  phrase: boolean;
  /** The last word, which may go on. */
  open: boolean;
}

/** Where something that was typed stands. */
interface SearchHit {
  /** The stems it was looked up by, and how much each counts. */
  stems: Map<string, number>;
  sections: Map<number, { score: number; places: number[] }>;
  /** The word that was looked for in its place. */
  instead: string | undefined;
}

/** By places in the lists of the site. */
interface SearchFilter {
  kind?: number;
  level?: number;
  role?: number;
}

interface SearchPage {
  page: number;
  score: number;
  /** The best one first. */
  sections: number[];
  scores: number[];
}

/** What one language has. */
interface SearchAnswer {
  catalog: SearchCatalog;
  pages: SearchPage[];
  stems: Set<string>;
  /** What was looked for in place of what was typed. */
  instead: string | null;
}

interface SearchVariant {
  answer: SearchAnswer;
  found: SearchPage;
}

interface SearchResult {
  best: SearchVariant;
  others: SearchVariant[];
}

interface SearchPiece {
  text: string;
  mark: boolean;
}

/** What the search page knows of its site. */
interface SearchSite {
  lang: string;
  catalogs: Record<string, string>;
  kinds: { id: string; label: string }[];
  levels: { id: string; label: string }[];
  roles: { id: string; label: string }[];
  languages: { id: string; label: string }[];
}

interface Search {
  fold(word: string): string;
  words(text: string): SearchWord[];
  stem(stemmer: Stemmer, word: string): string;
  distance(one: string, other: string, most: number): number;
  /** Runs a script of the index; tests have another way. */
  loadScript(src: string): Promise<void>;
  open(lang: string, src: string): Promise<SearchCatalog>;
  forms(catalog: SearchCatalog, from: string, to: string, most: number): Promise<string[]>;
  places(catalog: SearchCatalog, stems: string[]): Promise<Map<string, SearchPlaces>>;
  stemsFrom(catalog: SearchCatalog, sign: string): Promise<string[]>;
  text(catalog: SearchCatalog, page: number): Promise<SearchText>;
  parse(typed: string): SearchClause[];
  find(catalog: SearchCatalog, typed: string, filter: SearchFilter): Promise<SearchAnswer>;
  grouped(answers: SearchAnswer[]): SearchResult[];
  passage(catalog: SearchCatalog, stems: Set<string>, text: string): SearchPiece[];
  marked(catalog: SearchCatalog, stems: Set<string>, text: string): SearchPiece[];
}

type ScriptTest =
  | { is: [name: string, comparison: string, number: number] }
  | { not: ScriptTest }
  | { all: ScriptTest[] }
  | { any: ScriptTest[] };

interface ScriptChoice {
  /** Tells the choices of a list apart, also after the script was changed. */
  key: string;
  /** A scene; absent when the text just goes on. */
  to?: number;
  if?: ScriptTest;
  skills?: string[];
  effects?: [meter: string, change: number][];
  once?: boolean;
  best?: boolean;
  critical?: boolean;
}

type ScriptTurn = 'text' | { choices: ScriptChoice[] } | { to: number };

/** The course of a conversation. */
interface ScriptCourse {
  meters: { id: string; name: string; start: number }[];
  skills: { id: string; name: string }[];
  pass: ScriptTest | null;
  /** The parts of the pass rule, with their words. */
  goals: { words: string; test: ScriptTest }[];
  /** Feedback waits for the debrief. */
  late: boolean;
  ratio: { reflections: string[]; questions: string[] };
  scenes: { id: string; ending: string | null; bad: boolean; turns: ScriptTurn[] }[];
}

/** The JSON that the page of a script carries. */
interface ScriptData {
  fingerprint: string;
  course: ScriptCourse;
}

/** Where a run is and what it has gathered. */
interface RunState {
  scene: number;
  turn: number;
  /** Meters, and how often each skill was used. */
  values: Record<string, number>;
  /** Choices that can be taken only one time and were. */
  used: string[];
  /** A critical choice was taken. */
  failed: boolean;
  /** It led nowhere. */
  stopped: boolean;
}

/** What stands where a run is. */
type RunPlace =
  | { kind: 'text'; ended: false }
  | { kind: 'lead'; to: number; ended: boolean }
  | { kind: 'choices'; choices: ScriptChoice[]; open: number[]; ended: boolean }
  | { kind: 'end'; ended: true; stuck: boolean };

interface Machine {
  start(course: ScriptCourse, scene?: number): RunState;
  at(course: ScriptCourse, state: RunState): RunPlace;
  next(course: ScriptCourse, state: RunState): RunState;
  choose(course: ScriptCourse, state: RunState, choice: number): RunState;
  holds(test: ScriptTest, values: Record<string, number>): boolean;
  passed(course: ScriptCourse, state: RunState): boolean;
}

/** A run with the way it took. */
interface Run {
  course: ScriptCourse;
  /** The state before each move, and the present one. */
  states: RunState[];
  /** The choice of each move; null goes on. */
  moves: (number | null)[];
}

/** A run as it is kept. */
interface SavedRun {
  fingerprint: string;
  /** The scene it started at. */
  from: string;
  choices: { scene: string; choice: string }[];
  /** Moves after the last choice. */
  pauses: number;
}

/** One thing that happened in a run. */
interface RunMoment {
  /** Its place among the moves. */
  move: number;
  scene: number;
  turn: number;
  /** The number of the choice; null for a text. */
  choice: number | null;
  /** The open choices that are model answers. */
  best: number[];
  /** What was reached after it. */
  values: Record<string, number>;
}

/** What a learner can do with a run. All of it is plain data: each gives a run back. */
interface Runs {
  begin(course: ScriptCourse, scene?: number): Run;
  state(run: Run): RunState;
  place(run: Run): RunPlace;
  /** Shows the next text, or all up to the next decision. */
  advance(run: Run, all: boolean): Run;
  /** Follows the link that leads on. From an ending a new run starts. */
  lead(run: Run): Run;
  choose(run: Run, choice: number): Run;
  /** Back to where a move was made. */
  rewind(run: Run, move: number): Run;
  /** The last move that was a choice; -1 for none. */
  lastChoice(run: Run): number;
  moments(run: Run): RunMoment[];
  save(run: Run, fingerprint: string): SavedRun;
  /** The run as far as it still fits the script. */
  restore(course: ScriptCourse, saved: SavedRun): { run: Run; whole: boolean };
}

/** What the page shows of a conversation: copies of what stands in it. */
interface Stage {
  data: ScriptData;
  words: DOMStringMap;
  part(root: ParentNode, name: string): HTMLElement;
  copy(name: string): HTMLElement;
  make(tag: string, className?: string, text?: string): HTMLElement;
  text(scene: number, turn: number): HTMLElement;
  /** What the reader says. */
  reply(moment: RunMoment): HTMLElement;
  /** What is said about a choice; null when nothing is. */
  feedback(moment: RunMoment): HTMLElement | null;
  /** The words of a choice. */
  choice(scene: number, turn: number, choice: number): DocumentFragment;
  lead(scene: number, turn: number): string;
  title(scene: number): string;
  ending(scene: number): HTMLElement | null;
}

/** The JSON that a quiz carries. */
interface QuizData {
  /** Percent. */
  pass: number | null;
  attempts: number | null;
  objectives: { id: string; text: string; lessons: { href: string; title: string }[] }[];
}

/** A run of questions: those of the page, or those of one block that draws. */
interface QuizPart {
  items: { id: string; print: string; graded: boolean }[];
  draw: number | null;
  shuffle: boolean;
}

/** One answer of an attempt that was handed in. */
interface Answered {
  id: string;
  objective: string | null;
  points: number;
  /** Whether there is an answer at all. */
  given: boolean;
  answer: QuestionAnswer | null;
  /** null: not graded. */
  score: Score | null;
  sure: boolean | null;
}

/** The ids of questions; partly right is not right. */
interface Certainty {
  sureWrong: string[];
  unsureWrong: string[];
  unsureRight: string[];
  sureRight: string[];
}

interface QuizResult {
  earned: number;
  points: number;
  percent: number;
  /** null: no pass mark is said. */
  passed: boolean | null;
  objectives: { id: string; earned: number; points: number }[];
  certainty: Certainty;
}

/** What an attempt came to. */
interface QuizOutcome {
  percent: number;
  passed: boolean | null;
  /** ISO 8601, UTC. */
  at: string;
  attempt: number;
}

/** An attempt: what is asked and what was answered. */
interface Sitting {
  attempt: number;
  /** Practice does not. */
  counts: boolean;
  seed: string;
  /** Questions in their order. */
  ids: string[];
  prints: Record<string, string>;
  answers: Record<string, QuestionAnswer>;
  sure: Record<string, boolean>;
  started: string;
  seconds: number;
}

/** What is kept of a quiz, in the section `quizzes` under PATH#ID. */
interface QuizRecord {
  best: QuizOutcome | null;
  /** Attempts that counted and were handed in. */
  tries: number;
  current: Sitting | null;
  last: (Sitting & QuizOutcome) | null;
  /** Spent on attempts that counted. */
  minutes: number;
}

/** A quiz that is played. */
interface Quiz {
  section: HTMLElement;
  data: QuizData;
  place: string;
  games: Map<string, Game>;
  prints: Record<string, string>;
  stage: HTMLElement;
  bar: HTMLElement;
  sitting: Sitting | null;
  /** The question that was answered, or led to, last. */
  at: string;
  /** When time was last counted. */
  since: number;
  waiting: number;
  kept(): QuizRecord;
  keep(record: QuizRecord): void;
}

interface ResultSetting {
  quiz: Quiz;
  record: QuizRecord;
  sitting: Sitting;
  result: QuizResult;
}

/** What the panels of a quiz are made of. */
interface Panels {
  enter(quiz: Quiz, state: 'start' | 'attempt' | 'result'): void;
  say(key: string, values?: Record<string, string | number>): string;
  copy(name: string): HTMLElement;
  button(text: string, action: () => void, quiet?: boolean): HTMLButtonElement;
  figures(place: HTMLElement, rows: [string, string][]): void;
  list(place: HTMLElement, items: (string | (string | Node)[])[]): void;
  /** With a target, the link moves the focus there. */
  link(href: string, text: string, target?: () => HTMLElement): HTMLAnchorElement;
  date(iso: string): string;
  mark(kind: string, text: string): HTMLElement;
}

interface Formats {
  /** With up to so many digits of a fraction; without, a whole number. */
  number(value: number, digits?: number): string;
  /** The long form of a day. */
  date(time: Date): string;
  /** A sentence with gaps such as {count}; a gap without a value stays. */
  fill(pattern: string | undefined, values?: Record<string, string | number>): string;
}

interface Teachback {
  /** Lets something be dragged by its grip to the rows of a list; `drop` is told the row. */
  drag(grip: HTMLElement, moving: HTMLElement, list: Element, drop: (row: Element) => void): void;
  /** On every page. Markup that scripts put into pages, by bundle. */
  parts?: Record<string, string>;
  /** A copy of a part of a bundle; null when the theme has none. */
  part(bundle: string, name: string): HTMLElement | null;
  formats: Formats;
  records: Records;
  store: Store;
  progress: Progress;
  /** The place of another level or language of the page that fits the one being read; empty for its top. */
  matchPlace(here: string[], there: string[], at: number): string;

  /** On the page of a certificate. */
  sha256(text: string): Uint8Array;
  certificate(facts: CertificateFacts): string;

  /** On the search page. */
  search: Search;
  /** Called by the scripts of the index. */
  searchData(key: string, data: unknown): void;
  /** Called by the scripts that stand for captions: the path of the captions, and what they say. */
  captions(path: string, cues: CaptionData[]): void;
  machine: Machine;
  runs: Runs;
  /** null when the page has no conversation that can be played. */
  stage: Stage | null;
  /** Draws the debrief of a run that has ended; `again` goes back to a move. */
  debrief(stage: Stage, run: Run, again: (move: number) => void): HTMLElement;

  /** Says faults beside their controls and in a summary that takes the focus; ids of the words start with `id`. */
  complain(form: HTMLFormElement, faults: Fault[], id: string): void;
  /** Takes back what `complain` did. */
  forgive(form: HTMLFormElement): void;

  ui: Parts;
  /** Makes the controls of a question, by the form of its key; null when the page does not hold what they need. */
  kinds: Record<string, (setting: FieldSetting) => Fields | null>;

  /** The name under which something of the page with an id is kept. Variants of a page (languages, levels) keep their own. */
  placed(id: string): string;
  /** Makes a question a form; null when that cannot be done. */
  game(question: HTMLElement): Game | null;
  /** How sure the learner is; with `wanted`, sets it. null: not said. */
  sure(game: Game, wanted?: boolean | null): boolean | null;
  /** What an answer lacks. */
  faults(game: Game, given: QuestionAnswer | null): Fault[];
  /** What an answer earned, in words. */
  result(game: Game, score: Score, isSure: boolean | null): HTMLElement[];
  /** Opens or hides the answer with its reasons. */
  show(game: Game, shown: boolean): void;

  /** On pages with a quiz. */
  seed(): string;
  plan(parts: QuizPart[], seed: string): string[];
  percent(earned: number, points: number): number;
  grade(answered: Answered[], pass: number | null): QuizResult;
  record: {
    read(value: unknown): QuizRecord;
    left(record: QuizRecord, attempts: number | null): number | null;
    begin(record: QuizRecord, attempts: number | null, drawn: { seed: string; ids: string[]; prints: Record<string, string>; now: string }): Sitting;
    mend(kept: Sitting, prints: Record<string, string>): { sitting: Sitting; gone: number; changed: string[] };
    finish(record: QuizRecord, sitting: Sitting, result: QuizResult, now: string): QuizRecord;
  };
  panels: Panels;
  resultPanel(setting: ResultSetting): HTMLElement;
  attempt: {
    ask(quiz: Quiz, notes: string[]): void;
    lay(quiz: Quiz, sitting: Sitting): void;
    changed(quiz: Quiz, game: Game): void;
    save(quiz: Quiz): void;
    next(quiz: Quiz): void;
    complain(quiz: Quiz): boolean;
    answers(quiz: Quiz, sitting: Sitting): Answered[];
    explain(game: Game, one: Answered): void;
    named(quiz: Quiz, id: string): string;
    note(quiz: Quiz, id: string, text: string): void;
  };

  /** Concealed answers. */
  hash(salt: string, part: number, text: string): string;
  bits(number: number): string;
  unlock(data: QuestionData): QuestionData;
  unscramble(scrambled: string, salt: string): string;

  shuffle<T>(items: readonly T[], seed: string): T[];
  score(key: QuestionKey, answer: QuestionAnswer): Score | null;
  marks(key: QuestionKey, answer: QuestionAnswer): boolean[];
  points(score: Score, worth: number): number;
  number(typed: string): number | null;
  measured(typed: string, unit?: string): number | null;
  fold(text: string): string;
}

declare var teachback: Teachback;
