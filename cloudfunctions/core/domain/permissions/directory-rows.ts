/** Staff read what the directory says and who changed it. */
export const READING_DIRECTORY = {
  getDirectorySection: 'anywhere',
  listPeople: 'anywhere',
  getCoverage: 'anywhere',
  listDirectoryChanges: 'anywhere',
} as const;

/** Only administrators change it. */
export const CHANGING_DIRECTORY = {
  checkImport: 'anywhere',
  commitImport: 'anywhere',
  saveDirectory: 'anywhere',
  savePerson: 'anywhere',
  giveBindCode: 'anywhere',
  unbindPerson: 'anywhere',
} as const;

/** An old ledger is full of people's names: only staff bring it in. */
export const IMPORTING_LEDGERS = {
  listLedgers: 'anywhere',
  saveLedger: 'anywhere',
  checkLedgerRows: 'anywhere',
  importLedgerRows: 'anywhere',
} as const;
