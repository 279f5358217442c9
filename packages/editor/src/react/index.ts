export type { DraftMark } from "./draft-painter.ts";
export { createDraftEditor, focusDraft, selectAnchor, type DraftEditor } from "./draft-react-editor.ts";
export { DraftText, type DraftTextProps } from "./draft-text.tsx";
export { OverviewRuler } from "./overview-ruler.tsx";
export type { ShownRevision } from "./pane-dom.ts";
export type { RevealOptions, SearchState, SourceTextApi } from "./pane-types.ts";
export type { SelectedText } from "./selection-model.ts";
export { SourceText, type SourceTextProps } from "./source-text.tsx";
