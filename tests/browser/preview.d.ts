/** What the script of `teachback serve` shares between its parts. */
interface TeachbackPreview {
  save(): void;
  restore(): void;
  restyle(wanted: string[]): void;
  paper(wanted: boolean): void;
  only(role: string): void;
  parts: PreviewParts;
  style: string;
  panel: PreviewPanel;
}

interface PreviewPlace {
  path: string;
  line: number;
  column: number;
  editor: string | null;
}

interface PreviewFault extends PreviewPlace {
  severity: "error" | "warning" | "info";
  code: string;
  name: string;
  message: string;
  help: string | null;
}

interface PreviewPassage extends PreviewPlace {
  text: string;
  reasons: string[];
  effect: string | null;
}

interface PreviewMeasured {
  level: string | null;
  grade: string | null;
  target: string | null;
  is_over: boolean;
  is_estimate: boolean;
  formula: string;
  words: number;
  sentences: number;
  minutes: number;
  hardest: PreviewPassage[];
}

interface PreviewChoice { name: string; path: string; current: boolean }

interface PreviewPage {
  source: string;
  editor: string | null;
  title: string;
  draft: boolean;
  measured: PreviewMeasured;
  faults: PreviewFault[];
  levels: PreviewChoice[];
  languages: PreviewChoice[];
}

interface PreviewMessage {
  number: number;
  key: string;
  styles: string[];
  trouble: string | null;
  summary: { errors: number; warnings: number; infos: number };
  errors: (PreviewFault & { text: string })[];
  page: PreviewPage | null;
  roles: PreviewChoice[];
}

interface PreviewParts {
  make<T extends keyof HTMLElementTagNameMap>(tag: T, attributes?: Record<string, string>, ...children: (Node | string)[]): HTMLElementTagNameMap[T];
  place(at: PreviewPlace): HTMLElement;
  remembered(key: string): string;
  remember(key: string, value: string): void;
}

interface PreviewPanel {
  tell(message: PreviewMessage): void;
  connected(is: boolean): void;
}

declare var teachbackPreview: TeachbackPreview;
