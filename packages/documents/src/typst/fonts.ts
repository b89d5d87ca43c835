import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

/** The folders of the four faces of Tinos, the metric twin of Times New Roman. */
export const fontFolders = faces.map((face) => path.join(root, face));

/** The font files themselves. */
export const fontFiles = faces.map((face) => path.join(root, face, `Tinos_${face}.ttf`));
