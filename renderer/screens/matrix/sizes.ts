/** CSS pixels; rows and columns of one size each, so that any place is found without measuring. */
export const ROW = 76;
export const COLUMN = 204;
export const HEAD = 230;
