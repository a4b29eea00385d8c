const WORDS: Readonly<Record<string, string>> = {
  PayrollAdmin: 'Administrator',
  PayrollApprover: 'Approver',
  PayrollViewer: 'Viewer',
  Employee: 'Employee',
};

/** A user group as the payroll office calls it. */
export const groupInWords = (group: string): string => WORDS[group] ?? group;
