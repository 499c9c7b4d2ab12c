/** Tags that may nest. PowerShell stops at 50 levels of objects, each with two or three tags (exports, section 3.1). */
export const deepestTag = 256

/** Elements that a file may hold: eight million of them are some 400 MB of text. */
export const mostElements = 8_000_000

/** Elements whose text is longer are not parsed at once but child by child, so that the tree of a file never stands in memory whole. */
export const largeElement = 1 << 18
