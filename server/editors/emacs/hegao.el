;;; hegao.el --- Check official report drafts with eglot -*- lexical-binding: t -*-

;; (load "…/hegao.el") in the init file; drafts are then checked when they are opened.

(define-derived-mode gongwen-mode text-mode "公文"
  "Official report drafts."
  (setq-local comment-start "<!-- " comment-end " -->")
  (visual-line-mode 1))

(add-to-list 'auto-mode-alist '("\\.\\(?:gongwen\\|gw\\)\\'" . gongwen-mode))

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '((gongwen-mode :language-id "gongwen") . ("hegao" "lsp"))))

(add-hook 'gongwen-mode-hook #'eglot-ensure)

(provide 'hegao)
;;; hegao.el ends here
