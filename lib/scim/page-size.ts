/** Resources on a page when the client names no count (protocol.md, "Lists"). */
export const DEFAULT_PAGE_SIZE = 100;

/** Resources on a page at most; a larger count means this one (protocol.md, "Lists"). */
export const MAX_PAGE_SIZE = 1000;
