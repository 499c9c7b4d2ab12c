/*
 * The script of the HTML report. The page reads whole without it: it filters, groups and copies. Text of the page is
 * moved as text and elements, never as markup.
 */
;(() => {
  const byId = (id) => document.getElementById(id)
  const all = (selector, within = document) => [...within.querySelectorAll(selector)]
  const filters = byId('filters')
  const entries = all('.findings .entry')
  const controls = {
    text: byId('filter-text'),
    kind: byId('filter-kind'),
    step: byId('filter-step'),
    server: byId('filter-server'),
    collection: byId('filter-collection'),
    group: byId('group-by'),
  }
  const words = new Map(entries.map((entry) => [entry, entry.textContent.toLowerCase()]))
  const names = { server: fill('server'), collection: fill('collection') }
  const folds = all('details:not(.commands)')

  /** Fills a select from the rows of an index; gives the names by their keys. */
  function fill(part) {
    const found = new Map()
    const inventories = all('.inventory')
    for (const inventory of inventories) {
      const rows = all(`[data-${part}]`, inventory)
      let into = controls[part]
      if (inventories.length > 1 && rows.length > 0) {
        into = document.createElement('optgroup')
        into.label = inventory.dataset.file
        controls[part].append(into)
      }
      for (const row of rows) {
        const name = row.querySelector('th').textContent
        const option = document.createElement('option')
        option.value = row.dataset[part]
        option.textContent = name
        into.append(option)
        found.set(row.dataset[part], name)
      }
    }
    if (found.size === 0) controls[part].closest('label').hidden = true
    return found
  }

  function matches(entry) {
    const { text, kind, step, server, collection } = controls
    const { dataset } = entry
    return (
      (kind.value === '' || dataset.kind === kind.value) &&
      (step.value === '' || dataset.step === step.value) &&
      (server.value === '' || dataset.servers.split(' ').includes(server.value)) &&
      (collection.value === '' || dataset.collections.split(' ').includes(collection.value)) &&
      (text.value === '' || words.get(entry).includes(text.value.trim().toLowerCase()))
    )
  }

  function isFiltered() {
    const { text, kind, step, server, collection } = controls
    return [text, kind, step, server, collection].some(({ value }) => value !== '')
  }

  function apply() {
    const filtered = isFiltered()
    let shown = 0
    for (const entry of entries) {
      entry.hidden = !matches(entry)
      if (!entry.hidden) shown++
    }
    for (const section of all('.by-step .more, .by-step .rule, .by-step .step')) {
      section.hidden = section.querySelector('.entry:not([hidden])') === null
      if (section.localName === 'details') section.open = filtered && !section.hidden
    }
    regroup()
    const number = entries.length.toLocaleString('en')
    byId('filter-count').textContent = filtered
      ? `${shown.toLocaleString('en')} of ${number} findings and open questions shown`
      : `${number} findings and open questions`
    remember()
  }

  /** Shows the entries by server or by collection: copies of them, so that the steps stay as they are. */
  function regroup() {
    const part = controls.group.value
    for (const section of all('.findings')) {
      section.querySelector('.grouped')?.remove()
      const steps = section.querySelector('.by-step')
      steps.hidden = part !== 'step'
      section.querySelector('h3').textContent = `Findings, ${part} by ${part}`
      if (part === 'step') continue
      const groups = new Map()
      for (const entry of all('.entry:not([hidden])', steps)) {
        const keys = entry.dataset[`${part}s`].split(' ').filter((key) => key !== '')
        for (const key of keys.length === 0 ? [''] : keys) {
          if (controls[part].value !== '' && key !== controls[part].value) continue
          if (!groups.has(key)) groups.set(key, [])
          groups.get(key).push(entry)
        }
      }
      const grouped = document.createElement('div')
      grouped.className = 'grouped'
      const order = [...names[part].keys(), '']
      const keys = [...groups.keys()].sort((one, other) => order.indexOf(one) - order.indexOf(other))
      for (const key of keys) {
        const title = document.createElement('h4')
        title.textContent = names[part].get(key) ?? `Not of one ${part}`
        const list = document.createElement('ul')
        list.className = 'entries'
        for (const entry of groups.get(key)) {
          const copy = entry.cloneNode(true)
          copy.removeAttribute('id')
          list.append(copy)
        }
        grouped.append(title, list)
      }
      section.append(grouped)
    }
  }

  /** Keeps the filter in the address, so that it can be shared. */
  function remember() {
    const parts = new URLSearchParams()
    for (const [name, { value }] of Object.entries(controls)) {
      if (value !== '' && !(name === 'group' && value === 'step')) parts.set(name, value)
    }
    const query = parts.toString()
    if (query !== '' || location.hash.startsWith('#?')) {
      try {
        history.replaceState(null, '', query === '' ? location.pathname : `#?${query}`)
      } catch {
        // A page in a frame of another origin may not change its address.
      }
    }
  }

  function recall() {
    if (location.hash.startsWith('#?')) {
      const parts = new URLSearchParams(location.hash.slice(2))
      for (const [name, control] of Object.entries(controls)) {
        const value = parts.get(name)
        if (value === null) continue
        control.value = value
        if (control.selectedIndex === -1) control.selectedIndex = 0
      }
    }
  }

  /** Makes the target of a link visible: unfolds what it lies in, and drops a filter that hides it. */
  function reveal() {
    const target = location.hash.length > 1 && !location.hash.startsWith('#?') ? byId(location.hash.slice(1)) : null
    if (target === null) return
    if (target.closest('.by-step') && (target.closest('[hidden]') || controls.group.value !== 'step')) reset()
    for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true
    target.scrollIntoView()
  }

  function reset() {
    for (const control of Object.values(controls)) {
      if (control.localName === 'select') control.selectedIndex = 0
      else control.value = ''
    }
    apply()
  }

  async function copy(button, code) {
    try {
      await navigator.clipboard.writeText(code.textContent)
      button.textContent = 'Copied'
    } catch {
      getSelection().selectAllChildren(code)
      button.textContent = document.execCommand('copy') ? 'Copied' : 'Selected'
    }
    setTimeout(() => {
      button.textContent = 'Copy'
    }, 2000)
  }

  document.addEventListener('click', ({ target }) => {
    const button = target.closest('.copy')
    if (button) copy(button, button.parentElement.querySelector('code'))
  })
  for (const block of all('.code')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'copy'
    button.textContent = 'Copy'
    button.setAttribute('aria-label', `Copy: ${block.querySelector('.code-label').textContent}`)
    block.querySelector('.code-label').after(button)
  }

  let folded = []
  addEventListener('beforeprint', () => {
    folded = folds.filter(({ open }) => !open)
    for (const fold of folded) fold.open = true
  })
  addEventListener('afterprint', () => {
    for (const fold of folded) fold.open = false
  })
  addEventListener('hashchange', () => {
    if (location.hash.startsWith('#?')) {
      recall()
      apply()
    } else reveal()
  })

  if (entries.length > 0) {
    filters.hidden = false
    for (const control of Object.values(controls)) control.addEventListener('input', apply)
    byId('filter-reset').addEventListener('click', () => {
      reset()
      controls.text.focus()
    })
    recall()
    apply()
  }
  reveal()
})()
