//! One line per command: the window asks, `bridge` answers. Made of the one list, so none can be forgotten and
//! none can be added here alone.

use serde_json::Value;
use tauri::ipc::Invoke;
use tauri::{Runtime, State};

macro_rules! shell_commands {
    ($( $(#[$doc:meta])* $name:ident : $ask:ident => $answer:ident ; )*) => {
        $(
            $(#[$doc])*
            #[tauri::command]
            async fn $name(app: State<'_, bridge::App>, ask: Value) -> Result<Value, window_contract::view::Problem> {
                app.dispatch(stringify!($name), ask).await
            }
        )*

        /// What answers the window.
        pub(crate) fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name),*]
        }

        /// The names of the list, in its order.
        #[cfg(test)]
        pub(crate) const NAMES: &[&str] = &[$(stringify!($name)),*];
    };
}
window_contract::with_commands!(shell_commands);
