/**
 * What in a text to be published may tell who somebody is. `submitter`: the name or telephone of
 * who submitted it, or of whom it was filed for.
 */
export const IDENTIFIER_KINDS = ['submitter', 'name', 'phone', 'plate', 'idNumber', 'houseNumber'] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** Words that look like one, as they stand in the text. */
export interface PublicationFlag {
  kind: IdentifierKind;
  words: string;
}

/** What staff may look at and let stand; what is theirs is never published, whoever confirms it. */
export const isConfirmable = ({ kind }: PublicationFlag): boolean => kind !== 'submitter';
