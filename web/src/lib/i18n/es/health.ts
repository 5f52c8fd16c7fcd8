import { pluralIn } from '../plural';

const plural = pluralIn('es-PE');

export const texts = {
  title: 'Salud del sistema',
  lead: 'Las copias de respaldo, y el equipo que guarda los datos.',
  backups: 'Copias de respaldo',
  make: 'Copiar ahora',
  began: 'La copia empezó.',
  made: 'La copia quedó hecha y verificada.',
  copying: 'Copiando los datos…',
  verifying: 'Verificando la copia: cada cuenta se hace otra vez…',
  state: {
    elsewhere: 'Las hace PostgreSQL',
    off: 'Sin copias',
    missing: 'Ninguna verificada',
    overdue: 'Copia atrasada',
    failed: 'La última falló',
    good: 'Al día',
  },
  says: {
    elsewhere: 'PostgreSQL se copia con sus propios medios; el manual del servidor dice cómo.',
    off: 'El servidor no hace copias: si se pierde este equipo, se pierde lo que nadie copió a ' +
      'mano. Quien lo cuida las activa al iniciarlo: «ayni serve … --backups CARPETA».',
    missing: 'Todavía no hay ninguna copia verificada: si se pierde este equipo, se pierde todo.',
    overdue: 'La última copia verificada ya es muy antigua: lo que se hizo después se perdería ' +
      'con este equipo.',
    failed: 'La copia anterior todavía sirve.',
    good: 'La última copia pasó la verificación: de ella se recuperan los datos.',
  },
  daily: (hour: string, days: number) =>
    `Se hace una cada día a las ${hour} y se guarda la última de cada uno de ${days} días.`,
  same_disk: 'Las copias están en el mismo disco que los datos: si falla, se pierden juntos. ' +
    'Pida que se guarden en otro disco.',
  problem: (when: string) => `El intento del ${when} falló:`,
  no_folder: 'La carpeta de las copias no está, o no se puede escribir en ella.',
  kept: 'Copias verificadas',
  name: 'Archivo',
  when: 'Hecha',
  size: 'Tamaño',
  room: 'Espacio libre para copias',
  system: 'El equipo',
  version: 'Versión de Ayni',
  storage: 'Los datos están en',
  data: 'Tamaño de los datos',
  free: 'Espacio libre en el disco',
  record: 'Último registro de la bitácora',
  records: plural({ one: '# registro', other: '# registros' }),
  since: 'Atiende desde',
  requests: 'Pedidos desde entonces',
  refused: plural({ one: '# rechazado', other: '# rechazados' }),
  unknown: 'No se sabe',
};
