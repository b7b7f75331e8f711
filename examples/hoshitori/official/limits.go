package official

// What a workbook may have. The official one has 153 criteria in 158 rows, 18 columns and 261 merged ranges; the rest is
// room for what a firm adds to its copy.
const (
	maxFile     = 16 << 20 // bytes
	maxUnpacked = 64 << 20 // bytes of all parts together
	maxParts    = 2_000
	maxElements = 400_000 // of all parts together, which bounds cells, texts and styles
	maxSheets   = 100
	maxRows     = 5_000
	maxColumns  = 100
	maxMerged   = 1_000
	maxCell     = 32_767   // characters, as for Excel itself
	maxText     = 16 << 20 // bytes of a sheet; a text stored once may stand in any number of cells
)
