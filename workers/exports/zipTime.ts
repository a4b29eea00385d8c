/** The time of every file in an archive, in the machine's own time zone as ZIP has none: archives are equal when their files are. */
export const ZIP_TIME = new Date(1980, 0, 1);
