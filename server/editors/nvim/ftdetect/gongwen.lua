vim.filetype.add({ extension = { gongwen = 'gongwen', gw = 'gongwen' } })
