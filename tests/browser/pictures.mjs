#!/usr/bin/env node
// Makes the pictures of the README from the built site of this repository: pictures.mjs DIR OUT
import path from 'node:path';
import { goTo, launch, openView } from './judge/browser.mjs';
import { addressOf, readSite, serve } from './judge/site.mjs';

const DESKTOP = { name: 'desktop', width: 1280, scheme: 'light' };
const PHONE = { name: 'phone', width: 375, scheme: 'light', density: 2 };
const LEVELS = ['easy', 'standard', 'detailed'];

async function main([folder, out]) {
  if (!out) throw new Error('usage: pictures.mjs DIR OUT');
  const server = await serve(readSite(folder));
  const browser = await launch();
  const open = async (file, view) => {
    const page = await openView(browser, view);
    await goTo(page, addressOf(server.home, file), view);
    return page;
  };
  try {
    const home = await open('index.html', DESKTOP);
    await home.setViewportSize({ width: 1280, height: 1060 });
    await home.screenshot({ path: path.join(out, 'home.png') });
    await talk(await open('scripts/early-refill.html', DESKTOP), path.join(out, 'script.png'));
    const phones = [];
    for (const level of LEVELS) {
      const page = await open(`handouts/tapering.${level}.html`, PHONE);
      await page.setViewportSize({ width: PHONE.width, height: 923 });
      phones.push(await page.screenshot());
    }
    await sideBySide(await openView(browser, { ...DESKTOP, width: 1290 }), phones, path.join(out, 'handouts.png'));
  } finally {
    await browser.close();
    await server.close();
  }
}

/** A conversation in its middle: one choice was made, and the next is open. */
async function talk(page, picture) {
  await page.locator('[data-part=begin]').click();
  const choice = page.locator('.talk-choice').first();
  const untilChoice = async () => {
    while (!(await choice.count())) await page.locator('.talk-now button').first().click();
  };
  await untilChoice();
  await choice.click();
  await untilChoice();
  await page.setViewportSize({ width: 1280, height: 930 });
  await page.locator('.talk-choice').last().scrollIntoViewIfNeeded();
  await page.screenshot({ path: picture });
}

/** Pictures of phones on one ground. */
async function sideBySide(page, pictures, picture) {
  const images = pictures.map((bytes) => `<img alt="" src="data:image/png;base64,${bytes.toString('base64')}">`);
  await page.setContent(`<style>
    body { display: flex; gap: 24px; margin: 0; padding: 24px 36px; background: #dfe4e8; width: max-content }
    img { width: 390px; height: 960px; border-radius: 16px }
  </style>${images.join('')}`);
  await page.setViewportSize({ width: 1290, height: 1008 });
  await page.screenshot({ path: picture });
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 2;
});
