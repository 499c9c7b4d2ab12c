/** Windows Server releases, oldest first. */
export const releases = ['2008R2', '2012', '2012R2', '2016', '2019', '2022', '2025'] as const
export type Release = (typeof releases)[number]
