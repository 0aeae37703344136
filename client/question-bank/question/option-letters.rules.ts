/** How many options a question may have; they are lettered A to J. */
export const MAX_OPTIONS = 10;

/** A, B, C… of the option at a place (0-based), as it is shown. */
export const letterAt = (index: number): string => String.fromCharCode(65 + index);

/** a, b, c… of the option at a place (0-based), as it is stored. */
export const optionIdAt = (index: number): string => letterAt(index).toLowerCase();
