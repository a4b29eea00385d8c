/** By work state: whose residents it does not tax once they filed its certificate; the home state's tax is then due. */
export type ReciprocityRules = Readonly<Record<string, ReciprocityAgreement>>;

export type ReciprocityAgreement = {
  readonly residentsOf: readonly string[];
  /** The certificate that the employee files with the employer. */
  readonly certificate: string;
  readonly source: string;
  readonly confidence: 'A' | 'B';
};
