// Types of <hoshitori-check>, its events, and the files that it reads and gives.

/** How an item is answered. An item without an answer is *unanswered*: there is no answer for it in the file. */
export type State = 'met' | 'partial' | 'unmet' | 'unknown' | 'not_applicable' | 'compensated';

/** The state of an item in a result, where an item may be without an answer. */
export type StateOrUnanswered = State | 'unanswered';

/** What an expert found about one answer. */
export type Verdict = 'accepted' | 'rejected' | 'unclear';

/** Members of your own. They are kept, and mean nothing to the check. */
export type Ext = Record<string, unknown>;

/** A date as YYYY-MM-DD, or empty. */
export type DateText = string;

/** A whole number, written as a text: "74", "-1". */
export type NumberText = string;

export interface CatalogRef {
  id: string;
  version: string;
  ext?: Ext;
}

export interface Reason {
  code?: string;
  text?: string;
  ext?: Ext;
}

export interface Evidence {
  title?: string;
  where?: string;
  sha256?: string;
  effective?: DateText;
  expires?: DateText;
  ext?: Ext;
}

/** Where an answer comes from that was worked out of answers to other catalogues. */
export interface Inferred {
  from: { catalog: CatalogRef; item: string; state: State; ext?: Ext }[];
  crosswalks?: string[];
  ext?: Ext;
}

export interface Answer {
  item: string;
  state: State;
  options?: string[];
  respondent?: string;
  answeredOn?: DateText;
  note?: string;
  /** Needed for `not_applicable` and `compensated`. */
  reason?: Reason;
  evidence?: Evidence[];
  inferred?: Inferred;
  ext?: Ext;
}

export interface Confirmation {
  expert?: { name?: string; qualification?: string; number?: string; ext?: Ext };
  date?: DateText;
  digest?: string;
  findings?: { item: string; verdict: Verdict; note?: string; ext?: Ext }[];
  ext?: Ext;
}

export interface Declaration {
  name?: string;
  title?: string;
  date?: DateText;
  ext?: Ext;
}

/** What could not be carried over from an earlier edition. */
export interface Carried {
  from: CatalogRef;
  target?: string;
  answers: Answer[];
  confirmation?: Confirmation;
  declaration?: Declaration;
  ext?: Ext;
}

/** The answers: an assessment file, `hoshitori/assessment/1`. */
export interface Assessment {
  format: 'hoshitori/assessment/1';
  catalog: CatalogRef;
  target?: string;
  subject?: { name?: string; industry?: string; employees?: number; capitalYen?: number; corporateNumber?: string; ext?: Ext };
  scope?: { text?: string; sites?: string[]; ext?: Ext };
  assessedOn?: DateText;
  respondents?: { id: string; role?: 'management' | 'it' | 'staff' | 'expert' | 'other'; site?: string; ext?: Ext }[];
  answers: Answer[];
  confirmation?: Confirmation;
  declaration?: Declaration;
  carried?: Carried[];
  ext?: Ext;
}

/** How many items there are, and how they are answered: the four last add up to `total`. */
export interface Completeness {
  total: number;
  answered: number;
  unknown: number;
  unanswered: number;
  notApplicable: number;
  ext?: Ext;
}

/**
 * The scheme's own points. `low` and `high` bound what the score can still become; `score` may lie below `low` where the
 * scheme takes points off for わからない.
 */
export interface Points {
  score: NumberText;
  low: NumberText;
  high: NumberText;
  max: NumberText;
  band?: string;
  bandLow?: string;
  bandHigh?: string;
  ext?: Ext;
}

/** A level of the scheme. `criteria` speaks of the criteria only; `remaining` says what is still asked before a star may be claimed. */
export interface Level {
  id: string;
  criteria: 'met' | 'open' | 'unmet';
  total: number;
  met: number;
  unmet: number;
  open: number;
  blocking?: string[];
  deciding?: string[];
  assurance: 'self' | 'expert_confirmed' | 'third_party';
  remaining: ('declare' | 'expert-confirmation' | 'declaration' | 'third-party-evaluation')[];
  explanation?: Explanation;
  ext?: Ext;
}

export interface Section {
  id: string;
  total: number;
  met: number;
  partial: number;
  unmet: number;
  unknown: number;
  unanswered: number;
  notApplicable: number;
  compensated: number;
  ext?: Ext;
}

/** Something to do next; 1 is the first. */
export interface Gap {
  item: string;
  state: StateOrUnanswered;
  priority: number;
  reasons: { code: string; args?: Record<string, unknown>; ext?: Ext }[];
  ext?: Ext;
}

/** One step of the reasoning behind a result. */
export interface Explanation {
  id: string;
  kind: string;
  value: string;
  low?: string;
  high?: string;
  rule: string;
  clause?: { source?: string; clause?: string; ext?: Ext };
  item?: string;
  state?: StateOrUnanswered;
  given?: { respondent?: string; state: State; ext?: Ext }[];
  finding?: Verdict;
  children: Explanation[];
  ext?: Ext;
}

/** The result of an assessment, `hoshitori/result/1`. */
export interface Result {
  format: 'hoshitori/result/1';
  catalog: {
    id: string;
    version: string;
    status: 'draft' | 'provisional' | 'final' | 'superseded';
    supersededBy?: string;
    digest?: string;
    ext?: Ext;
  };
  target: string;
  combine: 'worst';
  completeness: Completeness;
  /** Absent where the scheme has no points. */
  points?: Points;
  levels: Level[];
  sections: Section[];
  gaps: Gap[];
  explanation: Explanation;
  ext?: Ext;
}

/** Something that is wrong with a file, or worth knowing about it. */
export interface Problem {
  code: string;
  severity: 'error' | 'warning';
  file?: string;
  line?: number;
  column?: number;
  pointer?: string;
  message: { ja?: string; en?: string };
  hint?: { ja?: string; en?: string };
}

/** What {@link evaluate} resolves to, once it is parsed. */
export type Evaluation = { result: Result; problems: Problem[] } | { result?: undefined; problems: Problem[] };

/**
 * Scores an assessment without any element on the page. Takes the texts of the two files, or their bytes, and resolves to the
 * JSON text of an {@link Evaluation}. Works in browsers only.
 */
export function evaluate(catalog: string | ArrayBuffer | ArrayBufferView, assessment: string | ArrayBuffer | ArrayBufferView): Promise<string>;

/** A built-in catalogue. */
export type BuiltinCatalog =
BUILTIN;

/** The attributes of `<hoshitori-check>`. */
export interface HoshitoriCheckAttributes {
  /** A built-in catalogue, as `id@version`. */
  catalog?: BuiltinCatalog | (string & {});
  /** The address of a catalogue file of your own; takes the place of `catalog`. */
  src?: string;
  /** The id of a level, such as `3`. */
  target?: string;
  lang?: 'ja' | 'en';
  /** One question at a time, or all of them; without it one requirement at a time where the catalogue has requirements, otherwise all. */
  layout?: 'one' | 'all';
  theme?: 'light' | 'dark' | 'auto';
  /** Where answers may be kept if the visitor ticks the box. */
  storage?: 'none' | 'session' | 'local';
  /** Whether `hoshitori-complete` may carry the answers. */
  share?: 'ask' | 'never' | 'always';
}

/** The element `<hoshitori-check>`. */
export interface HoshitoriCheck extends HTMLElement {
  /** The answers; `null` before `hoshitori-ready`. */
  get assessment(): Assessment | null;
  /** Takes an object or the text of a file. A wrong one is refused with `hoshitori-error`, and the present answers stay. */
  set assessment(value: Assessment | string);
  /** The result of the present answers; `null` before `hoshitori-ready`. */
  readonly result: Result | null;
  /** An opaque text that brings the present answers back when it is set. It holds the answers: treat it like them. */
  state: string;
  /** The problems of the present answers. */
  validate(): Problem[];
  /** Deletes all answers, also those kept on the device. */
  reset(): void;
  /** Prints the check alone, on A4; before `hoshitori-ready`, the whole page. */
  print(): void;
}

export interface ChangeDetail {
  completeness: Completeness;
}

export interface CompleteDetail {
  completeness: Completeness;
  /** Only after the visitor agreed, or with `share="always"`. */
  result?: Result;
  /** Only after the visitor agreed, or with `share="always"`. */
  assessment?: Assessment;
}

export interface ErrorDetail {
  /** `load`: a file of the check's own, or the engine. `catalog`: the catalogue. `assessment`: answers that were set or opened. */
  code: 'load' | 'catalog' | 'assessment';
  /** What is wrong with a file; empty where none was read. */
  problems: Problem[];
  /** For the developer, in English; may be empty. */
  message: string;
}

/** The engine has taken the form over. */
export type HoshitoriReadyEvent = CustomEvent<Record<string, never>>;
/** An answer was given, changed or deleted. Carries counts only. */
export type HoshitoriChangeEvent = CustomEvent<ChangeDetail>;
/** No item is without an answer; once more when the visitor agrees to hand the result over. */
export type HoshitoriCompleteEvent = CustomEvent<CompleteDetail>;
/** Something could not be loaded, or was refused. */
export type HoshitoriErrorEvent = CustomEvent<ErrorDetail>;

/** The events of `<hoshitori-check>`. All bubble and cross shadow roots. */
export interface HoshitoriCheckEventMap {
  'hoshitori-ready': HoshitoriReadyEvent;
  'hoshitori-change': HoshitoriChangeEvent;
  'hoshitori-complete': HoshitoriCompleteEvent;
  'hoshitori-error': HoshitoriErrorEvent;
}

declare global {
  interface HTMLElementTagNameMap {
    'hoshitori-check': HoshitoriCheck;
  }
  interface GlobalEventHandlersEventMap extends HoshitoriCheckEventMap {}
}
