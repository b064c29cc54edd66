/** The pipeline for programs: with our own folder under the author's. */
import { diskFiles, type Files } from '../files.ts';
import { createPipeline as createBarePipeline, type Pipeline, type PipelineOptions } from '../pipeline.ts';
import { packageFolder } from './package-folder.ts';

/** What a pipeline works with. Everything but the author's files can be left out. */
export interface SitePipelineOptions extends Omit<PipelineOptions, 'builtIn'> {
  /** The folder whose `layouts/` is the layer under the author's; deckwright's own by default. */
  readonly builtIn?: Files;
}

/**
 * Opens a site without building it: its configuration is read now, all else when it is asked for. Nothing is written,
 * and nothing is bundled; what is wrong is in the diagnostics of the site and of each rendered deck.
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
