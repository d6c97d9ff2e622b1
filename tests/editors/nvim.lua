-- A real Neovim on a real server: diagnostics, hover, completion, a code action applied. Run by run.sh as
--   nvim --clean --headless --cmd 'set rtp^=server/editors/nvim' draft.gongwen -c 'luafile tests/editors/nvim.lua'
-- with `hegao` on the search path. Leaves with 1 at the first thing that is not as it should be.

local function fail(what)
  io.stderr:write('FAILED ' .. what .. '\n')
  vim.cmd('cquit 1')
end

local function wait_for(what, condition)
  local seen
  local ok = vim.wait(10000, function()
    seen = condition()
    return seen
  end, 20)
  if not ok then
    fail(what)
  end
  io.stdout:write('ok   ' .. what .. '\n')
  return seen
end

local function lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, false)
end

--- Puts the cursor into a text and returns its line, from 0.
local function go_to(text)
  for number, line in ipairs(lines()) do
    local at = line:find(text, 1, true)
    if at then
      vim.api.nvim_win_set_cursor(0, { number, at - 1 })
      return number - 1
    end
  end
  fail('no such text: ' .. text)
end

local function rate_findings()
  return vim.tbl_filter(function(diagnostic)
    return diagnostic.code == 'arithmetic/rate'
  end, vim.diagnostic.get(0))
end

local get_clients = vim.lsp.get_clients or vim.lsp.get_active_clients
local encoding

local function request(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 5000) or {}
  for _, answer in pairs(answers) do
    if answer.err then
      fail(method .. ': ' .. answer.err.message)
    end
    return answer.result
  end
end

local function run()
  local client = wait_for('the server attaches to a .gongwen file', function()
    return vim.bo.filetype == 'gongwen' and get_clients({ bufnr = 0, name = 'hegao' })[1]
  end)
  encoding = client.offset_encoding

  wait_for('the wrong rate is found once, at its place', function()
    local found = rate_findings()
    local line = found[1] and lines()[found[1].lnum + 1]
    return #found == 1
      and line:sub(found[1].col + 1, found[1].end_col):find('97.87', 1, true)
      and found[1].severity == vim.diagnostic.severity.ERROR
  end)

  go_to('1231件')
  local hover = request('textDocument/hover', vim.lsp.util.make_position_params(0, encoding))
  wait_for('hover shows the arithmetic', function()
    return hover and vim.inspect(hover.contents):find('1205', 1, true)
  end)

  go_to('97.87%')
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action)
      return action.title:find('97.89', 1, true) ~= nil
    end,
  })
  wait_for('the code action writes the computed rate', function()
    return table.concat(lines(), '\n'):find('97.89%%')
  end)
  wait_for('and the finding is gone', function()
    return #rate_findings() == 0
  end)

  local line = go_to('三、2025年工作安排')
  vim.api.nvim_buf_set_lines(0, line, line, false, { '一' })
  vim.api.nvim_win_set_cursor(0, { line + 1, #'一' })
  local completion = request('textDocument/completion', {
    textDocument = vim.lsp.util.make_text_document_params(),
    position = { line = line, character = encoding == 'utf-8' and #'一' or 1 },
  })
  wait_for('the missing section is offered first', function()
    local items = completion and (completion.items or completion)
    table.sort(items, function(a, b)
      return (a.sortText or a.label) < (b.sortText or b.label)
    end)
    return items[1] and vim.inspect(items[1]):find('第一责任人', 1, true)
  end)

  local settings = vim.fn.expand('%:p:h') .. '/hegao.toml'
  vim.fn.writefile({ 'profil = "annual-report"' }, settings)
  local draft = vim.api.nvim_buf_get_name(0)
  vim.cmd('edit! ' .. vim.fn.fnameescape(settings))
  wait_for('hegao.toml shows its own errors', function()
    local found = vim.diagnostic.get(0)
    return vim.bo.filetype == 'toml.hegao' and #found == 1 and found[1].message:find('profil', 1, true)
  end)
  vim.fn.delete(settings)
  vim.cmd('edit! ' .. vim.fn.fnameescape(draft))

  local notes = vim.fn.expand('%:p:h') .. '/notes.md'
  vim.cmd('edit! ' .. vim.fn.fnameescape(notes))
  wait_for('other Markdown is sent and left alone', function()
    return get_clients({ bufnr = 0, name = 'hegao' })[1]
  end)
  vim.wait(300)
  if #vim.diagnostic.get(0) > 0 then
    fail('findings in a text that is no report')
  end
end

local ok, message = xpcall(run, debug.traceback)
if not ok then
  fail(message)
end
vim.cmd('qall!')
