/** The company's own number of its n-th employee, such as `E000001`. */
export const sampleNumber = (number: number) => `E${String(number).padStart(6, '0')}`;
