/** Making codes and taking them out of use. */
export const MANAGING_CODES = {
  listCodes: 'anywhere',
  getCodePictures: 'anywhere',
  createCode: 'anywhere',
  retireCode: 'anywhere',
  requestWechatCodes: 'anywhere',
} as const;
