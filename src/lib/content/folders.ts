/** Names of folders of content that are needed where little else is loaded. */

/** Folder of editions below the content folder. */
export const EDITIONS = "editions";
