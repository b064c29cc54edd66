/** The public API of deckwright: the commands as functions, and a plugin for Vite. */
export type { BuildResult, BuildStep } from './bundle/build.ts';
export { build, type BuildOptions } from './export/printed/build.ts';
export { check, type CheckOptions, type CheckResult } from './check/check.ts';
export type { CheckFinding, Viewport } from './check/check-finding.ts';
export { deckPlugin, type DeckPluginOptions } from './serve/deck-plugin.ts';
export type { DeckwrightOptions, ListenOptions, ServeOptions } from './bundle/open-site.ts';
export { preview, type RunningServer, serve } from './serve/servers.ts';
export { createPipeline, type SitePipelineOptions } from './bundle/site-pipeline.ts';
export type { DiagnosticCode } from './diagnostic-codes.ts';
export { DeckError, type Diagnostic, type Severity } from './diagnostics.ts';
export { diskFiles, type Files, memoryFiles } from './files.ts';
export type { Pipeline, PublishableDeck, PublishedPages, Site } from './pipeline.ts';
export type {
  Client,
  Deck,
  Output,
  Page,
  PublishedAsset,
  ReadyDeck,
  RenderedDeck,
  SiteConfig,
  SiteOverrides,
  Slide,
  StaticFile,
} from './types.ts';
