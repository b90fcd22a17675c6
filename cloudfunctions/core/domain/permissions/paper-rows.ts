/**
 * Papers belong to the whole county: none of them lies nearer to one person than to another. Leaders and administrators
 * read them too, without drafts.
 */
export const READING_PAPERS = {
  listPapers: 'anywhere',
  listPapersOfLead: 'anywhere',
  getPaper: 'anywhere',
  listDossiers: 'anywhere',
  getDossier: 'anywhere',
} as const;
/** Who writes papers, issues them and follows them up: the committee's staff. */
export const WRITING_PAPERS = {
  checkPaper: 'anywhere',
  startPaper: 'anywhere',
  savePaper: 'anywhere',
  addPaperSource: 'anywhere',
  removePaperSource: 'anywhere',
  discardPaper: 'anywhere',
  issuePaper: 'anywhere',
  withdrawPaper: 'anywhere',
  settleSuggestion: 'anywhere',
  recordInstruction: 'anywhere',
  correctInstruction: 'anywhere',
  closeFollowUp: 'anywhere',
  startDossier: 'anywhere',
  addToDossier: 'anywhere',
  removeFromDossier: 'anywhere',
  putBackIntoDossier: 'anywhere',
} as const;
