-- The language server for Neovim 0.11 and later; `vim.lsp.enable('hegao')` starts it.
-- `plugin/hegao.lua` does so by itself, and starts the same configuration under older versions.

---@type vim.lsp.Config
return {
  cmd = { 'hegao', 'lsp' },
  -- Markdown and plain text are looked at and left alone unless they are recognised as a report.
  filetypes = { 'gongwen', 'markdown', 'text', 'toml.hegao' },
  root_markers = { 'hegao.toml', '.git' },
  -- Neovim says `text` for what the protocol calls `plaintext`; `hegao.toml` is sent so that its errors show in it.
  get_language_id = function(_, filetype)
    return ({ text = 'plaintext', ['toml.hegao'] = 'toml' })[filetype] or filetype
  end,
  -- Bytes on both sides: Neovim 0.10 clamps columns wrongly after 汉字 when it converts to UTF-16.
  capabilities = { general = { positionEncodings = { 'utf-8' } } },
  settings = {
    hegao = {
      language = 'auto',
      inlayHints = { computed = true, holds = true },
    },
  },
}
