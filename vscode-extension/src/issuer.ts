// What the name of an issuing body says about its kind, as a proposal that the writer may change.

export const ISSUER_KINDS = [
  'province',
  'city',
  'county',
  'department',
  'zone',
  'township',
  'subdistrict',
] as const;

export type IssuerKind = (typeof ISSUER_KINDS)[number];

/** Read from the end of the name, first match wins: 某市某区某街道办事处 is a subdistrict. */
const ENDINGS: readonly (readonly [RegExp, IssuerKind])[] = [
  [/(街道|街道办事处|街办)$/, 'subdistrict'],
  [/(镇|乡|民族乡|苏木)(人民政府|政府)?$/, 'township'],
  [/(开发区|高新区|经开区|新区|示范区|园区|功能区|保税区|管理区|度假区)(管理委员会|管委会)?$/, 'zone'],
  [/(管理委员会|管委会)$/, 'zone'],
  [/(局|委|委员会|厅|办公室|中心|支队|大队|部)$/, 'department'],
  [/(省|自治区|北京市|上海市|天津市|重庆市)(人民政府|政府)?$/, 'province'],
  [/(县|区|旗|县级市)(人民政府|政府)?$/, 'county'],
  [/(市|州|盟|地区)(人民政府|政府)?$/, 'city'],
];

export function guessIssuerKind(issuer: string): IssuerKind | undefined {
  const name = issuer.trim();
  return ENDINGS.find(([ending]) => ending.test(name))?.[1];
}

/** Reports are written at the beginning of the following year; from July on, one about the current year is meant. */
export function proposedYear(today: Date): number {
  return today.getMonth() < 6 ? today.getFullYear() - 1 : today.getFullYear();
}

/** Whether the text is a year that a report may be about. */
export function isYear(text: string): boolean {
  return /^(19|20)\d{2}$/.test(text.trim());
}
