-- Starts the server for drafts: by `vim.lsp.enable` where there is one (0.11), else by `vim.lsp.start` (0.8 to 0.10).
if vim.g.loaded_hegao then
  return
end
vim.g.loaded_hegao = true

if vim.lsp.enable then
  vim.lsp.enable('hegao')
  return
end

local file = vim.api.nvim_get_runtime_file('lsp/hegao.lua', false)[1]
local config = dofile(file)
vim.api.nvim_create_autocmd('FileType', {
  pattern = config.filetypes,
  group = vim.api.nvim_create_augroup('hegao', {}),
  callback = function(event)
    local name = vim.api.nvim_buf_get_name(event.buf)
    local marker = vim.fs.find(config.root_markers, { path = vim.fs.dirname(name), upward = true })[1]
    vim.lsp.start({
      name = 'hegao',
      cmd = config.cmd,
      root_dir = marker and vim.fs.dirname(marker) or vim.fs.dirname(name),
      capabilities = vim.tbl_deep_extend('force', vim.lsp.protocol.make_client_capabilities(), config.capabilities),
      get_language_id = config.get_language_id,
      settings = config.settings,
    }, { bufnr = event.buf })
  end,
})
