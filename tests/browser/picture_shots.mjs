// Which pictures the handbook has: whose, of which page, and what is done there first.
import { bringUpToToday } from './recent.mjs';

export const DESK = { width: 1120, height: 700 };
const TELEPHONE = { width: 360, height: 740 };

const FILE = [
  'fecha;turno;codigo;kg;resultado;motivo',
  '30/08/2025;mañana;M-002;7,111;accepted;',
  '30/08/2025;tarde;M-002;6,420;accepted;',
  '31/08/2025;tarde;M-003;7,222;accepted;',
  '31/08/2025;tarde;X-999;8,000;accepted;',
  '31/08/2025;tarde;M-004;-5,000;accepted;',
].join('\n');

/** Brings the card with what is to be seen under the upper edge. */
const show = (found, within = '.card') => found.first().evaluate((element, wanted) => {
  (element.closest(wanted) ?? element).scrollIntoView({ block: 'start' });
  scrollBy(0, -16);
}, within);

async function previewFile(page) {
  const file = { name: 'agosto.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.locator('dl').first().waitFor();
  await show(page.locator('main dl'));
}

/** A draft in which the members' base price is five céntimos more. */
async function openDraft(page, walk) {
  await walk.go(page, '/terms/workshop');
  await page.getByLabel('Empezar de').selectOption({ label: 'Para socios, desde el 1 ene. 2025' });
  await page.getByRole('button', { name: 'Abrir borrador' }).click();
  await page.getByLabel('Nombre del borrador').fill('Gloria 2027');
  await page.locator('summary', { hasText: 'Precio base' }).click();
  await page.getByLabel('Precio', { exact: true }).first().fill('1,50');
  await page.getByRole('status').filter({ hasText: '38 ganan' }).waitFor();
}

async function compute(page, walk) {
  await walk.go(page, '/settlement?first=2025-08-16&last=2025-08-31');
  await page.getByRole('button', { name: 'Calcular la quincena' }).click();
  await page.waitForURL('**/settlement/4');
  await page.getByText('Otra persona debe aprobarla').waitFor();
}

async function askWhatIf(page, t) {
  await page.getByText(t.settlement.if_all).waitFor({ state: 'detached' });
  await show(page.getByRole('heading', { name: t.settlement.what_if }));
}

async function approve(walk) {
  const page = await walk.open('Consejo');
  await walk.go(page, '/settlement/4');
  const act = { name: /^Aprobar \d+ pagos/ };
  await page.getByRole('button', act).click();
  await page.getByRole('dialog').getByRole('button', act).click();
  await page.getByText('La quincena quedó aprobada.').waitFor();
}

/** A line of the bank that is to be explained again. */
async function reopenLine(page, walk) {
  await walk.go(page, '/bank/2');
  await page.getByRole('button', { name: 'Deshacer PAGO F001-7932' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Motivo').fill('Para revisarlo otra vez');
  await dialog.getByRole('button', { name: 'Deshacer' }).click();
  await page.getByText('1 movimiento por explicar').waitFor();
}

async function openLine(page) {
  await page.locator('h1').focus();
  await page.keyboard.press('ArrowDown');
  await page.locator('[aria-expanded="true"]').waitFor();
  await show(page.locator('[aria-expanded="true"]'));
}

/** Opens one delivery down to how its price came about. */
async function openPrice(page) {
  const delivery = page.locator('details').filter({ has: page.locator('summary .sum') }).first();
  await delivery.locator('summary').click();
  await show(delivery, 'li');
}

async function registerTelephone(page, walk) {
  await walk.go(page, '/sources');
  await page.getByLabel('Nombre').fill('Ruta de El Toro');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('Ruta de El Toro quedó registrado.').waitFor();
}

/** By turns, for what one does another sees. */
export const SHOTS = [
  { who: 'Gerencia', begin: openDraft, shots: [
    ['manager-home', '/'],
    ['manager-import', '/import', previewFile],
    ['manager-workshop', '/terms/workshop', (page, t) =>
      show(page.getByRole('heading', { name: t.workshop.compare }))],
  ] },
  { who: 'Gerencia', begin: compute, shots: [
    ['manager-settlement', '/settlement/4'],
    ['manager-what-if', '/settlement/4?share=70&late=10', askWhatIf],
  ] },
  { who: 'Consejo', shots: [
    ['approver-home', '/'],
    ['approver-approve', '/settlement/4', (page, t) =>
      page.getByRole('button', { name: t.settlement.approve(188) }).click()],
    ['approver-dispute', '/lots/L-0727?settle=1', (page, t) =>
      show(page.getByRole('heading', { name: t.lots.both }))],
  ] },
  { who: 'Contabilidad', begin: async (page, walk) => {
    await approve(walk);
    await reopenLine(page, walk);
  }, shots: [
    ['accountant-home', '/'],
    ['accountant-statement', '/settlement/4/M-002', openPrice],
    ['accountant-bank', '/bank/2', openLine],
    ['accountant-position', '/reports/position?as_of=2025-08-31'],
  ] },
  { who: 'Productora', size: TELEPHONE, shots: [
    ['producer-home', '/'],
    ['producer-why', '/settlement/3/M-001', (page, t) =>
      show(page.getByRole('heading', { name: t.statement.why }))],
    ['producer-price', '/settlement/3/M-001', openPrice],
  ] },
  { who: 'Comprador', begin: async (_page, walk) =>
    bringUpToToday(await walk.open('Gerencia'), await walk.open('Contabilidad')), shots: [
    ['buyer-home', '/'],
    ['buyer-account', '/buyers'],
    ['buyer-evidence', '/lots/L-0727', (page, t) =>
      show(page.getByRole('heading', { name: t.lots.both }))],
  ] },
  { who: 'Administración', begin: registerTelephone, shots: [
    ['administrator-people', '/people?add=1'],
    ['administrator-sessions', '/people', (page, t) =>
      show(page.getByRole('heading', { name: t.people.sessions }))],
    ['administrator-log', '/log?actor=gerencia'],
  ] },
];
