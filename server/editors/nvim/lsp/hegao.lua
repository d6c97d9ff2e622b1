-- The language server for Neovim 0.11 and later; `vim.lsp.enable('hegao')` starts it.
-- `plugin/hegao.lua` does so by itself, and starts the same configuration under older versions.

---@type vim.lsp.Config
return {
  cmd = { 'hegao', 'lsp' },
  -- Markdown and plain text are looked at and left alone unless they are recognised as a report.
  filetypes = { 'gongwen', 'markdown', 'text' },
  root_markers = { 'hegao.toml', '.git' },
  -- Neovim says `text` for what the protocol calls `plaintext`.
  get_language_id = function(_, filetype)
    return filetype == 'text' and 'plaintext' or filetype
  end,
  settings = {
    hegao = {
      language = 'auto',
      inlayHints = { computed = true, holds = true },
    },
  },
}
