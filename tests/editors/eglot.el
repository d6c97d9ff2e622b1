;;; eglot.el --- A real Emacs on a real server -*- lexical-binding: t -*-

;; emacs --batch -Q -l tests/editors/eglot.el draft.gongwen
;; Leaves with a non-zero code at the first thing that is not as it should be.

(require 'package)
(dolist (folder (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa/*"))
  (add-to-list 'load-path folder))
(require 'eglot)
(require 'flymake)

(defconst here (file-name-directory (or load-file-name buffer-file-name)))
(load (expand-file-name "../../server/editors/emacs/hegao.el" here) nil t)

(defun wait-for (what condition)
  "Wait until CONDITION holds; WHAT says what it is."
  (let ((end (+ (float-time) 10)) seen)
    (while (and (not (setq seen (funcall condition))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (unless seen
      (message "FAILED %s" what)
      (kill-emacs 1))
    (message "ok   %s" what)
    seen))

(setq eglot-sync-connect 5)
;; `eglot-ensure' waits for a command loop, which batch mode has not.
(remove-hook 'gongwen-mode-hook #'eglot-ensure)
(find-file (pop command-line-args-left))
(unless (eq major-mode 'gongwen-mode)
  (message "FAILED the mode is %s" major-mode)
  (kill-emacs 1))
(apply #'eglot (let ((guess (eglot--guess-contact))) (append guess nil)))
(wait-for "eglot attaches" #'eglot-current-server)
(flymake-mode 1)
(wait-for "the wrong rate is found"
          (lambda ()
            (flymake-start)
            (seq-find (lambda (diagnostic) (string-match-p "97\\.89" (flymake-diagnostic-text diagnostic)))
                      (flymake-diagnostics))))
(set-buffer-modified-p nil)
(eglot-shutdown (eglot-current-server))
(kill-emacs 0)
;;; eglot.el ends here
