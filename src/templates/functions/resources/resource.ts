/** Hugo's `resource.Resource`: a file that templates can read and publish. */
import { GoObject, SafeText, TemplateFailure } from '../../gotemplate/values.ts';
import type { Asset, TemplateHost } from '../../host.ts';
import { toText } from '../values/conversions.ts';
import { type MediaType, findMediaType } from './media-types.ts';
import { type ImageSize, readImageSize, resizeTo } from '../images/image-size.ts';

/** Metadata of the author, or results of processing. */
export interface ResourceDetails {
  /** The name by which `Resources.Get` finds the resource; by default, its path. */
  readonly name?: string;
  readonly title?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  /** `.Data`: the result of `fingerprint`. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** The size that a template requested; the file itself is unchanged. */
  readonly size?: ImageSize;
}

export class GoResource extends GoObject {
  readonly typeName = 'resources.genericResource';
  readonly asset: Asset;
  readonly #host: TemplateHost;
  readonly #details: ResourceDetails;

  constructor(asset: Asset, host: TemplateHost, details: ResourceDetails = {}) {
    super();
    this.asset = asset;
    this.#host = host;
    this.#details = details;
  }

  get mediaType(): MediaType {
    return findMediaType(this.asset.name);
  }

  get isImage(): boolean {
    return this.mediaType.mainType === 'image';
  }

  get name(): string {
    return this.#details.name ?? this.asset.name;
  }

  /** The content as UTF-8 text. */
  get text(): string {
    return Buffer.from(this.asset.read()).toString();
  }

  get relPermalink(): string {
    return this.#host.basePath + encodeURI(this.asset.publish());
  }

  get permalink(): string {
    return this.#host.baseURL + encodeURI(this.asset.publish());
  }

  get title(): string {
    return this.#details.title ?? this.name;
  }

  get params(): Readonly<Record<string, unknown>> {
    return this.#details.params ?? {};
  }

  get data(): Readonly<Record<string, unknown>> {
    return this.#details.data ?? {};
  }

  /** Width and height in pixels. */
  get size(): ImageSize {
    if (this.#details.size) return this.#details.size;
    const failure = `this method is only available for raster images, and ${this.name} is not one`;
    if (!this.isImage) throw new TemplateFailure(failure);
    return readImageSize(this.asset.read(), this.name);
  }

  /** Returns the same file with another size. */
  resized(action: string, options: unknown): GoResource {
    const size = resizeTo(this.size, action, toText(options));
    return new GoResource(this.asset, this.#host, { ...this.#details, size });
  }

  /** Creates a file from this one. */
  derive(name: string, content: string | Uint8Array, data = this.data): GoResource {
    const { name: own, origin = own } = this.asset;
    const asset = this.#host.createAsset(name, content, origin);
    return new GoResource(asset, this.#host, { params: this.params, data });
  }

  member(name: string): unknown {
    return Object.hasOwn(members, name) ? (members[name]?.(this) ?? null) : undefined;
  }

  override memberNames(): readonly string[] {
    return Object.keys(members);
  }

  override toString(): string {
    return this.name;
  }
}

const members: Readonly<Record<string, (resource: GoResource) => unknown>> = {
  Name: ({ name }) => name,
  Title: ({ title }) => title,
  Key: ({ relPermalink }) => relPermalink,
  // Text files return their text; other files can only be used by address.
  Content: (resource) => contentOf(resource),
  Data: ({ data }) => data,
  Params: ({ params }) => params,
  MediaType: ({ mediaType }) => mediaType,
  ResourceType: ({ mediaType }) => mediaType.mainType,
  RelPermalink: ({ relPermalink }) => relPermalink,
  Permalink: ({ permalink }) => permalink,
  Publish: (resource) => () => {
    resource.asset.publish();
    return '';
  },
  Width: ({ size }) => size.width,
  Height: ({ size }) => size.height,
  Resize: (resource) => (options: unknown) => resource.resized('resize', options),
  Fit: (resource) => (options: unknown) => resource.resized('fit', options),
  Fill: (resource) => (options: unknown) => resource.resized('fill', options),
  Crop: (resource) => (options: unknown) => resource.resized('crop', options),
  Process: (resource) => (options: unknown) => process(resource, toText(options)),
  Filter: (resource) => () => resource,
  Colors: () => () => [],
  Exif: () => null,
  Meta: () => null,
  Err: () => null,
};

function contentOf(resource: GoResource): unknown {
  return resource.mediaType.member('SubType') === 'html'
    ? new SafeText('html', resource.text)
    : resource.text;
}

/** Implements `process "resize 300x webp"`; without an action, only the format would change. */
function process(resource: GoResource, options: string): GoResource {
  const [, action, size = ''] = /^(resize|fit|fill|crop)\s+(.*)$/.exec(options.trim()) ?? [];
  return action === undefined ? resource : resource.resized(action, size);
}
