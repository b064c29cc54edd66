/**
 * Posts of other sites, which Hugo fetches during the build. Here they are links, because a build that needs the
 * network fails without it. Source: Hugo's shortcodes of these names.
 */
import type { Shortcode, ShortcodeCall } from '../types.ts';
import { missingParam, reportAt, getText } from './call.ts';
import { escapeHtml } from '../escape-html.ts';
import { writeElement } from './element.ts';
import type { ShortcodeServices } from './services.ts';

/** The link of a call. */
interface Card {
  readonly title: string;
  /** Empty if a parameter is missing. */
  readonly address: string;
}

interface SocialNetwork {
  readonly names: readonly string[];
  readonly example: string;
  readonly card: (call: ShortcodeCall) => Card;
}

const networks: readonly SocialNetwork[] = [
  {
    names: ['x', 'x_simple', 'tweet', 'twitter', 'twitter_simple'],
    example: 'user="SanDiegoZoo" id="1453110110599868418"',
    card: (call) => {
      const user = getText(call, 'user');
      const id = getText(call, 'id', 0);
      const title = user ? `Post by @${user} on X` : 'Post on X';
      return { title, address: id && `https://x.com/${user || 'i'}/status/${id}` };
    },
  },
  {
    names: ['instagram', 'instagram_simple'],
    example: 'CxOWiQNP2MO',
    card: (call) => {
      const id = getText(call, 'id', 0);
      return { title: 'Post on Instagram', address: id && `https://www.instagram.com/p/${id}/` };
    },
  },
  {
    names: ['gist'],
    example: 'spf13 7896402',
    card: (call) => {
      const [user = '', id = '', file = ''] = ['user', 'id', 'file'].map((name, n) => getText(call, name, n));
      const anchor = file && `#file-${file.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
      return {
        title: `Gist by ${user}${file && `: ${file}`}`,
        address: user && id && `https://gist.github.com/${user}/${id}${anchor}`,
      };
    },
  },
];

export function createNetworkShortcodes({ report }: ShortcodeServices): readonly Shortcode[] {
  return networks.flatMap((site) => site.names.map((name) => createShortcode(name, site, report)));
}

function createShortcode(
  name: string,
  { card, example }: SocialNetwork,
  report: ShortcodeServices['report'],
): Shortcode {
  return {
    name,
    takesInner: false,
    render(call) {
      const reportFinding = reportAt(call, report);
      const { title, address } = card(call);
      if (!address) reportFinding(missingParam(call, 'a parameter that says what to show', example));
      if (!address) return { kind: 'html', html: '' };
      reportFinding({
        code: 'shortcode-network',
        severity: 'warning',
        message: `"${name}" would need network access during the build, so it is replaced with a link`,
        hint: 'Add a screenshot if it has to be visible on the slide.',
      });
      const words = `${escapeHtml(title)} <span>${escapeHtml(address.replace(/^https:\/\/(?:www\.)?/, ''))}</span>`;
      return { kind: 'html', html: writeElement('a', { class: 'link-card', href: address }, words) };
    },
  };
}
