/** Hundredths of hours as the API shows and takes them: `37.5`. */
export const hoursText = (hoursHundredths: number): string => String(hoursHundredths / 100);
