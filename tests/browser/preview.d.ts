/** What the script of `teachback serve` shares between its parts. */
interface TeachbackPreview {
  save(): void;
  restore(): void;
  restyle(wanted: string[]): void;
  paper(wanted: boolean): void;
  only(role: string): void;
  parts: PreviewParts;
  panel: PreviewPanel;
}

interface PreviewFault {
  severity: "error" | "warning" | "info";
  code: string;
  name: string;
  message: string;
  help: string | null;
  path: string;
  line: number;
  column: number;
  editor: string | null;
}

interface PreviewChoice { name: string; path: string; current: boolean }

interface PreviewPage {
  source: string;
  editor: string | null;
  title: string;
  draft: boolean;
  measures: { name: string; value: string }[];
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
  place(fault: PreviewFault): HTMLElement;
  remembered(key: string): string;
  remember(key: string, value: string): void;
  style: string;
}

interface PreviewPanel {
  tell(message: PreviewMessage): void;
  connected(is: boolean): void;
}

declare var teachbackPreview: TeachbackPreview;
