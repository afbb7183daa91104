// The package's entry.

/** The version of the package. */
export const version = "0.1.0";
