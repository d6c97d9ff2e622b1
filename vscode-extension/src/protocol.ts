// What `hegao lsp` speaks beyond the standard protocol. Types only: nothing here needs VS Code.

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export type MandatedState = 'present' | 'hidden' | 'missing' | 'empty';
export type Verdict = 'holds' | 'rounding' | 'broken' | 'unsure' | 'free';
export type ReferenceState = 'current' | 'superseded' | 'repealed' | 'notYet' | 'unknown';

/** The counts behind the status bar and the code lens. */
export interface Summary {
  /** `null` where the kind of report, or its year, binds to no sections. */
  readonly mandated: { readonly present: number; readonly total: number } | null;
  readonly relations: {
    readonly holds: number;
    readonly rounding: number;
    readonly broken: number;
    readonly unsure: number;
  };
  readonly references: { readonly total: number; readonly outdated: number };
  readonly findings: {
    readonly errors: number;
    readonly warnings: number;
    readonly information: number;
    readonly hints: number;
  };
}

export interface MandatedItem {
  readonly id: string;
  readonly title: string;
  readonly state: MandatedState;
  readonly range?: Range | null;
  readonly note?: string | null;
}

export interface Relation {
  readonly kind: string;
  readonly verdict: Verdict;
  readonly formula: string;
  readonly range: Range;
}

export interface Figure {
  readonly section: string;
  readonly text: string;
  readonly label: string;
  readonly range: Range;
  readonly verdict: Verdict;
  readonly relations: readonly Relation[];
}

export interface Reference {
  readonly title: string;
  readonly number?: string | null;
  readonly state: ReferenceState;
  readonly range: Range;
  readonly note?: string | null;
}

/** The report of the year before that a draft was held against. */
export interface LastYear {
  readonly uri: string;
  /** The file, below the folder of the workspace. */
  readonly name: string;
  /** What the comparison came to, a line each. */
  readonly notes: readonly string[];
}

/** Everything that was checked in one document. */
export interface Checklist {
  readonly version: number | null;
  readonly recognised: boolean;
  readonly profile: string | null;
  readonly period: string | null;
  readonly issuer: string | null;
  readonly title: string | null;
  readonly summary: Summary;
  readonly lastYear: LastYear | null;
  readonly mandated: readonly MandatedItem[];
  readonly figures: readonly Figure[];
  readonly references: readonly Reference[];
}

/** Sent whenever the review of a document changed. */
export interface Status {
  readonly uri: string;
  readonly version: number | null;
  readonly recognised: boolean;
  readonly summary: Summary | null;
  readonly lastYear: string | null;
}

export interface NewDraftParams {
  readonly profile: string;
  readonly issuer: string;
  readonly issuerKind: string;
  readonly year: number;
}

export interface NewDraft {
  readonly text: string;
  /** Whether the text holds tab stops. */
  readonly snippet: boolean;
}

export const CHECKLIST_REQUEST = 'hegao/checklist';
export const NEW_DRAFT_REQUEST = 'hegao/newDraft';
export const EXPORT_REVIEW_REQUEST = 'hegao/exportReview';
export const STATUS_NOTIFICATION = 'hegao/status';
export const CHECK_DOCUMENT_COMMAND = 'hegao.checkDocument';
