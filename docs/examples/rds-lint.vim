" ~/.vim/compiler/rds-lint.vim: after `:compiler rds-lint`, `:make` fills the quickfix list with what rds-lint says of the file.
let current_compiler = 'rds-lint'
CompilerSet makeprg=rds-lint\ --format\ unix\ --\ %:S
CompilerSet errorformat=%f:%l:%c:\ %m,%-G%.%#
