#!/usr/bin/env node
// Pictures of pages for a person to look at: shots.mjs DIR OUT PAGE...
// Writes OUT/PAGE.desktop.png, .phone.png, .dark.png and .print.png; a PAGE may end in #anchor.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { goTo, launch, openView } from './judge/browser.mjs';
import { addressOf, readSite, serve } from './judge/site.mjs';

const SHOTS = {
  desktop: { name: 'desktop', width: 1280, scheme: 'light' },
  phone: { name: 'phone', width: 390, scheme: 'light', density: 2 },
  dark: { name: 'dark', width: 1280, scheme: 'dark' },
  print: { name: 'print', width: 718, scheme: 'light', onPaper: true },
};

async function main([folder, out, ...pages]) {
  if (pages.length === 0) throw new Error('usage: shots.mjs DIR OUT PAGE...');
  mkdirSync(out, { recursive: true });
  const site = readSite(folder);
  const server = await serve(site);
  const browser = await launch();
  try {
    for (const page of pages) for (const view of Object.values(SHOTS)) await shoot(browser, server.home, page, view, out);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function shoot(browser, home, asked, view, out) {
  const [file, anchor] = asked.split('#');
  const page = await openView(browser, view);
  if (view.onPaper) await page.emulateMedia({ media: 'print' });
  await goTo(page, addressOf(home, file) + (anchor ? `#${anchor}` : ''), view);
  const picture = path.join(out, `${asked.replaceAll(/[/#]/g, '-')}.${view.name}.png`);
  await page.screenshot({ path: picture, fullPage: !anchor });
  await page.context().close();
  console.log(picture);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 2;
});
