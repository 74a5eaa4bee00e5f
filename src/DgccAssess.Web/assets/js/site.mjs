// Everything a page may use, started by data attributes; each part does nothing where its attribute is absent.
import { startAutosave } from './autosave.mjs';
import { startCharts } from './charts.mjs';
import { startErrors } from './errors.mjs';
import { startFilters } from './filter.mjs';
import { startHashes } from './hash.mjs';
import { startKeys } from './review-keys.mjs';
import { startLadders } from './ladder.mjs';
import { startPanes } from './panes.mjs';
import { startPasskeys } from './passkeys.mjs';
import { startRadars } from './radar.mjs';
import { startRows } from './rows.mjs';
import { startUploads } from './upload.mjs';

document.documentElement.dataset.script = '';
startErrors();
startRows();
startLadders();
startAutosave();
startFilters();
startPanes();
startKeys();
startUploads();
startRadars();
startCharts();
startPasskeys();
startHashes();
