//! The server over plain HTTP.

use std::io;

use practice::Tenant;
use tokio::net::TcpListener;

use super::abort::{AbortHandle, AbortableListener};
use super::router::{Access, router};

/// Serves until the process ends. A dropped response closes its connection without a byte.
pub async fn serve(listener: TcpListener, tenant: Tenant, access: Access) -> io::Result<()> {
    let service = router(tenant, access).into_make_service_with_connect_info::<AbortHandle>();
    axum::serve(AbortableListener(listener), service).await
}
