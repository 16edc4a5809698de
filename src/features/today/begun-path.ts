/** Back to what was begun, by the key of its draft; null where it stands on no page of its own. */
export const begunPath = (draft: string): string | null => {
  const [first, second = '', third = ''] = draft.split('/')
  switch (first) {
    case 'visit':
      return `/patrol/rounds/${second}/stops/${third}`
    case 'repair':
      if (third) return `/repair-notes/${third}/edit`
      return `/repair-notes/new${second === 'new' ? '' : `?ticket=${second}`}`
    case 'intake':
      return `/tickets/new/${second}`
    case 'ticket':
      return `/tickets/${second}`
    case 'promise':
      return `/promises/${second}`
    case 'taking':
      return `/handovers/${second}`
    case 'handover':
      return `/handovers/new?community=${second}`
    case 'wrap-up':
      return `/wrap-up?community=${second}&day=${third}`
    case 'weekly-sheet':
      return `/weekly-sheets/new?community=${second}&week=${third}`
    case 'owner':
      return `/homes/units/${second}${third ? `/people/${third}` : ''}`
    case 'facility':
      return third
        ? `/facilities/${second}`
        : `/facilities/form${second === 'new' ? '' : `/${second}`}`
    case 'new-promise':
      return '/promises/new'
    case 'door':
      return `/visits/homes/${second}`
    case 'visited':
      return `/promises/new?visit=${second}`
    case 'clause':
      return '/clauses'
    case 'snap':
    case 'clocks':
      return `/${first}`
    default:
      return null
  }
}
