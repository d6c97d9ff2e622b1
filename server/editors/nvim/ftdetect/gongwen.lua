vim.filetype.add({
  extension = { gongwen = 'gongwen', gw = 'gongwen' },
  filename = { ['hegao.toml'] = 'toml.hegao' },
})
