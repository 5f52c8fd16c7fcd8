// What the words of the field mean, as one would tell a neighbour: the name and a sentence or two.
// The code of each is its term in docs/glossary.md. They come when the first one is asked for.

export const words = {
  collection: ['acopio', 'Recibir la leche de los productores, pesarla y anotarla, cada día.'],
  correction: ['corrección',
    'Una anotación nueva que reemplaza a una que estaba mal. La anterior no se borra.'],
  analysis: ['análisis', 'Lo que el laboratorio halló en una muestra de leche.'],
  reading: ['lectura', 'Un valor de una sola cosa que se midió, como la grasa.'],
  median: ['mediana',
    'La lectura que queda al medio cuando se ponen todas en orden: la mitad está por debajo y la ' +
      'mitad por encima. Unas pocas muy raras no la mueven.'],
  quartile: ['cuartil',
    'Con las lecturas en orden, un cuarto está por debajo del primer cuartil y un cuarto por ' +
      'encima del tercero. Entre los dos está la mitad del medio.'],
  outlier: ['valor atípico',
    'Una lectura que dista de la mitad del medio más de una vez y media lo que ella mide. Se ' +
      'muestra y cuenta igual que las otras: no se quita nunca.'],
  settlement: ['liquidación',
    'La quincena de un producto: se calcula lo que vale la leche de cada uno y lo que se ' +
      'descuenta; otra persona la aprueba y pasa a los libros.'],
  gross: ['bruto', 'Lo que vale toda la leche aceptada, antes de descontar nada.'],
  waterfall: ['cascada de descuentos',
    'El orden en que se descuenta: primero lo primero, hasta donde alcanza.'],
  cap: ['tope',
    'La parte del bruto que los descuentos juntos no pueden pasar. Lo que no entra espera a ' +
      'la siguiente quincena.'],
  floor: ['piso', 'Lo que el productor conserva por cada unidad, deba lo que deba.'],
  carried_over: ['saldo pendiente',
    'Lo que se pidió y no entró bajo el tope: se pide otra vez en la siguiente quincena.'],
  retention: ['retención',
    'Una parte que la organización guarda del productor y le devuelve después.'],
  cost_recovery: ['reintegro de costos',
    'Lo que el productor paga de un servicio de la organización, como el flete. No es una ' +
      'ganancia de ella.'],
  obligation: ['compromiso', 'Lo que un productor debe y acepta que se descuente de su leche.'],
  instalment: ['cuota', 'Cuánto de un compromiso se descuenta en cada quincena.'],
  counter_account: ['contrapartida',
    'La otra cuenta de un asiento: de dónde salió el dinero, o a dónde fue.'],
  entry: ['asiento',
    'Una anotación en los libros: lo que entra en unas cuentas sale de otras, y suma cero. No ' +
      'se borra nunca.'],
  debit: ['cargo y abono',
    'Las dos columnas de una cuenta: el cargo (debe) le suma, el abono (haber) le resta. En ' +
      'todos los libros juntos son iguales.'],
  reversal: ['extorno', 'Un asiento nuevo que deshace otro. Los dos quedan a la vista.'],
  accrual: ['devengo',
    'La leche recibida y aún no liquidada al cerrar el mes: se anota como compra de ese mes y ' +
      'se retira al día siguiente.'],
  closing: ['cierre',
    'Desde entonces un mes no recibe más asientos. Lo que llega tarde se anota el primer día ' +
      'abierto.'],
  trial_balance: ['balance de comprobación',
    'Todas las cuentas con sus cargos y abonos. Si las dos sumas son iguales, los libros ' +
      'cuadran.'],
  open_item: ['partida abierta',
    'Una deuda, nuestra o de otro, de la que todavía falta pagar algo.'],
  reconciliation: ['conciliación',
    'Comparar los libros con el extracto del banco, hasta saber el porqué de cada diferencia.'],
  in_transit: ['en tránsito',
    'Dinero que ya salió de los libros hacia un productor y el banco todavía no confirma.'],
  explained: ['explicado', 'Una línea del banco de la que se sabe qué pago o qué asiento es.'],
  payment_order: ['orden de pago',
    'Los pagos que salen juntos, por el banco o en efectivo: una persona los ordena y otra ' +
      'los envía.'],
  hold: ['reserva', 'Una parte que se aparta sin pagarla todavía, por un reclamo o una duda.'],
  voucher: ['comprobante', 'Un gasto con su documento: una persona lo propone y otra lo aprueba.'],
  petty_cash: ['caja chica',
    'Una caja pequeña para gastos menores, que se llena y se gasta con comprobantes.'],
  staff_advance: ['entrega por rendir',
    'Dinero que se da a alguien para que después muestre en qué lo gastó.'],
  lot: ['lote', 'La leche que sale junta hacia un comprador, en un tanque, con su propio código.'],
  liquidation: ['liquidación del comprador',
    'Los pesos, análisis y montos que dice el comprador de nuestros lotes.'],
  tolerance: ['tolerancia',
    'Cuánto puede diferir el comprador de nosotros sin que haya que discutirlo.'],
  dispute: ['disputa',
    'Un lote en el que las dos partes difieren más que la tolerancia. Queda abierta hasta que ' +
      'otra persona decide.'],
  contested: ['en disputa', 'La parte de una deuda que no se exige mientras se discute.'],
  breach: ['incumplimiento',
    'Lo que una de las partes del convenio no cumplió: pagó tarde, entregó de menos o no ' +
      'recogió.'],
  share: ['aporte',
    'Lo que un socio ha puesto en el capital de la organización. Sigue siendo suyo.'],
  surplus: ['excedente',
    'Lo que quedó de un año cerrado. La asamblea decide cuánto se reparte y cuánto se guarda.'],
  shrinkage: ['merma', 'Lo que se perdió: leche de un lote, o insumos que faltan al contarlos.'],
  period_mean: ['promedio de la quincena',
    'El promedio de los análisis de la quincena, según los kilos de cada entrega.'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

/** A word that explains itself. */
export type Term = keyof typeof words;

export const texts: Readonly<Record<Term, readonly [name: string, meaning: string]>> = words;
