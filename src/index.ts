/** deckwright's public API. */
export { build, type BuildOptions, type BuildResult, type BuildStep } from './bundle/build.ts';
export type { DeckwrightOptions, ListenOptions, ServeOptions } from './bundle/open-site.ts';
export { preview, type RunningServer, serve } from './bundle/server/servers.ts';
export { DeckError, type Diagnostic, type Severity } from './diagnostics.ts';
export { diskFiles, type Files, memoryFiles } from './files.ts';
export { createPipeline, type Pipeline, type PipelineOptions, type Site } from './pipeline.ts';
