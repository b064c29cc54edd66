/** The pipeline for programs, with deckwright's own layouts as the lowest layer. */
import { diskFiles, type Files } from '../files.ts';
import { createPipeline as createBarePipeline, type Pipeline, type PipelineOptions } from '../pipeline.ts';
import { packageFolder } from './package-folder.ts';

/** Options of a pipeline. Only the author's files are required. */
export interface SitePipelineOptions extends Omit<PipelineOptions, 'builtIn'> {
  /** The folder whose `layouts/` is the layer below the author's; deckwright's own by default. */
  readonly builtIn?: Files;
}

/**
 * Opens a site without building it: its configuration is read now, everything else on demand. Nothing is written or
 * bundled. Errors and warnings are in the diagnostics of the site and of each rendered deck.
 * @example
 * const pipeline = createPipeline({ files: diskFiles('talks') });
 * for (const deck of pipeline.decks().decks) {
 *   const { title, slides } = pipeline.render(deck);
 *   console.log(title, slides.length);
 * }
 */
export function createPipeline(options: SitePipelineOptions): Pipeline {
  return createBarePipeline({ builtIn: diskFiles(packageFolder()), ...options });
}
