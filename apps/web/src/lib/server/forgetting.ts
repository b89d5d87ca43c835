/**
 * Goes with the answer that ends a session: on a shared phone nothing of whoever leaves stays in the browser, neither
 * pages and photos of its cache nor what was kept for the time without a network.
 */
export const forgetting = { 'clear-site-data': '"cache", "storage"' };
