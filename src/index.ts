/** deckwright's public API. */
export { build, type ListenOptions, preview, type RunningServer, serve } from './bundle/commands.ts';
export type { DeckwrightOptions } from './bundle/open-site.ts';
export { deckPlugin } from './bundle/plugin.ts';
export { DeckError, type Diagnostic, type Severity } from './diagnostics.ts';
export { createPipeline, type Pipeline, type PipelineOptions, type Site } from './pipeline.ts';
export { diskFiles, type Files, memoryFiles } from './files.ts';
