/** Gives user sessions as `Get-RDUserSession | Export-Clixml` writes them, in UTF-8, one object each or all in one list. */
export function sessions(megabytes: number, inList: boolean): Uint8Array {
  const parts = ['<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\r\n']
  if (inList) parts.push('<Obj RefId="list"><LST>')
  for (let size = 0, index = 0; size < megabytes * 1e6; index++) {
    const part = session(index)
    parts.push(part)
    size += part.length
  }
  if (inList) parts.push('</LST></Obj>')
  parts.push('</Objs>')
  return new TextEncoder().encode(parts.join(''))
}

function session(index: number): string {
  const types = (id: number, name: string) =>
    index === 0 ? `<TN RefId="${id}"><T>${name}</T><T>System.Object</T></TN>` : `<TNRef RefId="${id}" />`
  return [
    `  <Obj RefId="${2 * index}">`,
    `    ${types(0, 'Microsoft.RemoteDesktopServices.Management.RDUserSession')}`,
    '    <ToString>Microsoft.RemoteDesktopServices.Management.RDUserSession</ToString>',
    '    <Props>',
    `      <S N="ServerName">NWSH${index}.northwind.example</S>`,
    '      <S N="CollectionName">Sales</S>',
    `      <U32 N="SessionId">${index}</U32>`,
    '      <DT N="CreateTime">2026-11-24T05:00:00.0000000+01:00</DT>',
    '      <Nil N="DisconnectTime" />',
    `      <Obj N="SessionState" RefId="${2 * index + 1}">`,
    `        ${types(1, 'Microsoft.RemoteDesktopServices.Management.SESSION_STATE')}`,
    '        <ToString>STATE_ACTIVE</ToString>',
    '        <I32>0</I32>',
    '      </Obj>',
    '    </Props>',
    '  </Obj>',
    '',
  ].join('\r\n')
}
