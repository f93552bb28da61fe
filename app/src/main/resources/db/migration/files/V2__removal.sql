-- An original in which nobody is left may go (だれの情報も残っていない原本の削除).
grant delete on files.original to tsunagu_app;
